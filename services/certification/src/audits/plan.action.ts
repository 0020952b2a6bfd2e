import { Decimal } from '@nqi/kernel';
import { jobAction } from '@nqi/work';
import type { AppliedScheme, Application } from '../applications/application.js';
import {
  assertNotBefore,
  refused,
  the,
  type CertificationData,
  type CertificationStatus,
} from '../jobs/certification-job.js';
import { returned } from '../jobs/return.actions.js';
import {
  MOST_MONTHS_BETWEEN,
  faultOfDays,
  faultOfSchedule,
  leastOnSite,
  leastTotal,
  type AuditPlan,
  type PlannedDays,
} from './plan.js';
import { planBody, type DaysRow, type PlanBody } from './plan.schema.js';

/** 审核计划: enough days by the table, most of them on site, and a team that can do them in the time. */
export const planAudit = jobAction<CertificationStatus, CertificationData, PlanBody>({
  name: 'plan-audit',
  title: { zh: '制定审核计划', en: 'Plan the audit' },
  role: 'technician',
  from: ['CONTRACTED'],
  schema: planBody,
  apply: (job, body, { actor }) => {
    assertNotBefore(body.stage1.from, the(job.data.contract, 'a contract').on, '/stage1/from');
    const days = plannedDays(the(job.data.application, 'an application'), body.days);
    const plan: AuditPlan = { ...body, days, leader: actor.name };
    assertSchedule(plan);
    return { to: 'AUDIT_PLANNED', data: { ...job.data, plan, sentBack: undefined } };
  },
});

function plannedDays({ schemes }: Application, rows: readonly DaysRow[]): PlannedDays[] {
  const left = schemes.find(({ scheme }) => !rows.some((row) => row.scheme === scheme));
  if (left) {
    throw refused('SCHEME_LEFT_OUT', '/days', { zh: `未安排：${left.scheme}`, en: `Not planned: ${left.scheme}` });
  }
  return rows.map((row, index) => {
    const applied = the(
      schemes.find(({ scheme }) => scheme === row.scheme),
      'the scheme of a row',
    );
    const days = { ...row, ...basisOf(applied, row, index) };
    assertDays(days, index);
    return days;
  });
}

/** The table where there is one; elsewhere the planner's own basis, with the rule it follows. */
function basisOf(
  { tableDays }: AppliedScheme,
  row: DaysRow,
  index: number,
): Pick<PlannedDays, 'baseDays' | 'baseRule'> {
  const { baseDays, baseRule } = row;
  if (tableDays !== undefined) {
    if (baseDays !== undefined && !new Decimal(baseDays).equals(tableDays)) {
      throw refused('BASIS_IS_THE_TABLE', `/days/${index}/baseDays`, {
        zh: `基准人日以人日表为准(${tableDays})`,
        en: `The table says ${tableDays} days`,
      });
    }
    return { baseDays: tableDays, baseRule: 'IAF MD5:2019' };
  }
  const missing = !baseDays || !new Decimal(baseDays).greaterThan(0) ? 'baseDays' : baseRule ? undefined : 'baseRule';
  if (missing) {
    throw refused('BASIS_MISSING', `/days/${index}/${missing}`, {
      zh: '该体系没有人日表，须填写基准人日及其依据',
      en: 'No table tells the days of this scheme: give a basis and its rule',
    });
  }
  return { baseDays: baseDays ?? '', baseRule: baseRule ?? '' };
}

function assertDays(days: PlannedDays, index: number): void {
  const fault = faultOfDays(days);
  if (!fault) return;
  const [code, field] = fault;
  const least = leastTotal(days.baseDays).toFixed();
  const onSite = leastOnSite(days.totalDays).toFixed();
  const texts = {
    REDUCED_TOO_FAR: {
      zh: `减少不得超过30%,总人日不少于 ${least}`,
      en: `No more than 30 % may be taken off: at least ${least} days`,
    },
    REASON_MISSING: { zh: '减少人日须说明理由', en: 'A reduction needs a reason' },
    STAGE_EMPTY: { zh: '每个阶段都须安排现场人日', en: 'Each stage needs days on site' },
    TOO_LITTLE_ON_SITE: {
      zh: `现场人日不得少于总人日的80%(${onSite})`,
      en: `At least 80 % must be on site (${onSite} days)`,
    },
    MORE_ON_SITE: { zh: '现场人日不能超过总人日', en: 'More days on site than in total' },
  };
  throw refused(code, `/days/${index}/${field}`, texts[code]);
}

function assertSchedule(plan: AuditPlan): void {
  const fault = faultOfSchedule(plan);
  if (!fault) return;
  const [code, pointer] = fault;
  const texts = {
    ENDS_BEFORE: { zh: '结束日期不能早于开始日期', en: 'Ends before it begins' },
    STAGES_OUT_OF_ORDER: { zh: '第二阶段应在第一阶段之后', en: 'Stage 2 comes after stage 1' },
    STAGES_TOO_FAR: {
      zh: `两个阶段间隔不得超过${MOST_MONTHS_BETWEEN}个月`,
      en: `The stages lie more than ${MOST_MONTHS_BETWEEN} months apart`,
    },
    TEAM_TOO_SMALL: {
      zh: '审核员人数与天数不足以完成现场人日(1人日为8小时，不得延长工时折算)',
      en: 'Too few auditors or days for the person-days (eight hours each)',
    },
  };
  throw refused(code, pointer, texts[code]);
}

/** The plan is made anew, and stage 1 with it, for instance when stage 2 would come too late. */
export const replan = returned({
  name: 'replan',
  title: { zh: '重新策划审核', en: 'Plan again' },
  role: 'technician',
  from: ['AUDIT_PLANNED', 'STAGE1'],
  when: ({ data }) => data.superseded.length === 0,
  to: () => 'CONTRACTED',
  without: (data) => ({ ...data, plan: undefined, stage1: undefined }),
});
