import { Decimal, addDays } from '@nqi/kernel';
import { fields, type JsonSchema } from '@nqi/work';
import { nameOfScheme } from '../applications/application-sections.js';
import type { AppliedScheme, Application } from '../applications/application.js';
import { the, type CertificationView } from '../jobs/certification-job.js';
import { leastOnSite, periodFor, type Period, type TeamRole } from './plan.js';

/** What the planner enters for one scheme. */
export interface DaysRow {
  readonly scheme: string;
  readonly baseDays?: string;
  readonly baseRule?: string;
  readonly totalDays: string;
  readonly stage1Days: string;
  readonly stage2Days: string;
  readonly reason?: string;
}

export interface PlanBody {
  readonly members: readonly { readonly name: string; readonly role: TeamRole }[];
  readonly stage1: Period;
  readonly stage2: Period;
  readonly days: readonly DaysRow[];
}

const ROLES = { auditor: { zh: '审核员', en: 'Auditor' }, expert: { zh: '技术专家', en: 'Technical expert' } };
const DAYS = {
  baseDays: fields.decimal({ zh: '基准人日(无人日表的体系填写)', en: 'Basis in days (schemes without a table)' }),
  baseRule: fields.text({ zh: '基准人日依据(无人日表的体系填写)', en: 'Rule of the basis' }, 200),
  totalDays: fields.decimal({ zh: '审核总人日', en: 'Total person-days' }),
  stage1Days: fields.decimal({ zh: '第一阶段现场人日', en: 'Stage 1 days on site' }),
  stage2Days: fields.decimal({ zh: '第二阶段现场人日', en: 'Stage 2 days on site' }),
  reason: fields.text({ zh: '减少人日的理由', en: 'Reason of a reduction' }, 500),
};

export function planBody(job: CertificationView): JsonSchema {
  const application = the(job.data.application, 'an application');
  const rows = application.schemes.length;
  const row = fields.record(
    {
      scheme: fields.choice(
        { zh: '认证项目', en: 'Scheme' },
        Object.fromEntries(application.schemes.map((applied) => [applied.scheme, namesOf(job, applied)])),
      ),
      ...DAYS,
    },
    ['baseDays', 'baseRule', 'reason'],
  );
  const member = fields.record({
    name: fields.text({ zh: '姓名', en: 'Name' }, 50),
    role: fields.choice({ zh: '身份', en: 'Role' }, ROLES),
  });
  const properties = {
    members: fields.list(
      { zh: '审核组其他成员(组长为提交人)', en: 'Other members of the team, which you lead' },
      member,
      { min: 0, max: 30 },
      { default: [] },
    ),
    stage1: period({ zh: '第一阶段计划日期', en: 'Stage 1' }),
    stage2: period({ zh: '第二阶段计划日期', en: 'Stage 2' }),
    days: fields.list(
      { zh: '审核人日', en: 'Person-days' },
      row,
      { min: rows, max: rows },
      { default: application.schemes.map(usualDays) },
    ),
  };
  return fields.body(properties, exampleOf(job, application));
}

const period = (title: { zh: string; en: string }): JsonSchema => ({
  title: title.zh,
  'x-title-en': title.en,
  ...fields.record({
    from: fields.date({ zh: '开始', en: 'From' }),
    to: fields.date({ zh: '结束', en: 'To' }),
  }),
});

/** The days of the table stand beside the scheme, so that the planner need not look them up. */
function namesOf(job: CertificationView, { scheme, tableDays }: AppliedScheme) {
  const zh = nameOfScheme(job, scheme);
  return tableDays === undefined
    ? { zh: `${zh}(无人日表)`, en: `${scheme} (no table)` }
    : { zh: `${zh}(表列 ${tableDays} 人日)`, en: `${scheme} (table: ${tableDays} days)` };
}

/** The table's own days, of which the least part on site. */
function usualDays({ scheme, tableDays }: AppliedScheme): DaysRow {
  const totalDays = tableDays ?? '4';
  const stage1Days = new Decimal(totalDays).lessThan(4) ? '0.5' : '1';
  return {
    scheme,
    ...(tableDays === undefined && { baseDays: totalDays, baseRule: '认证机构审核时间确定准则' }),
    totalDays,
    stage1Days,
    stage2Days: leastOnSite(totalDays).minus(stage1Days).toFixed(),
  };
}

function exampleOf(job: CertificationView, { schemes }: Application): PlanBody {
  const days = schemes.map(usualDays);
  const sum = (stage: 'stage1Days' | 'stage2Days') =>
    days.reduce((total, row) => total.plus(row[stage]), new Decimal(0));
  const large = sum('stage2Days').greaterThan(3);
  const stage1 = periodFor(sum('stage1Days'), large ? 2 : 1, the(job.data.contract, 'a contract').on);
  return {
    members: large ? [{ name: '审核员甲', role: 'auditor' }] : [],
    stage1,
    stage2: periodFor(sum('stage2Days'), large ? 2 : 1, addDays(stage1.to, 7)),
    days,
  };
}
