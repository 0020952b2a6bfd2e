import { addMonths } from '@nqi/kernel';
import { fields, jobAction, type JobAction, type JsonSchema } from '@nqi/work';
import { nameOfScheme } from '../applications/application-sections.js';
import {
  assertNotAhead,
  assertNotBefore,
  refused,
  the,
  type CertificationData,
  type CertificationStatus,
  type CertificationView,
} from '../jobs/certification-job.js';
import type { Grade, Nonconformity } from './nonconformity.js';
import { MOST_MONTHS_BETWEEN } from './plan.js';
import { STAGE1_TOPICS, stage1Issues, type Stage1, type Stage2 } from './stages.js';

type Action = JobAction<CertificationStatus, CertificationData>;

const MOST_FINDINGS = 60;
const CONCLUDED = { zh: '结束日期', en: 'Concluded on' };
const GRADES = { major: { zh: '严重', en: 'Major' }, minor: { zh: '一般', en: 'Minor' } };

export const recordStage1: Action = jobAction<CertificationStatus, CertificationData, Omit<Stage1, 'resolutions'>>({
  name: 'record-stage1',
  title: { zh: '记录第一阶段审核', en: 'Record stage 1' },
  role: 'technician',
  from: ['AUDIT_PLANNED'],
  schema: (job) => {
    const topic = fields.record(
      {
        topic: fields.text({ zh: '事项', en: 'Topic' }, 100, { readOnly: true }),
        ready: fields.flag({ zh: '具备条件', en: 'Ready' }),
        remark: fields.text({ zh: '说明', en: 'Remark' }, 500),
      },
      ['remark'],
    );
    const size = { min: STAGE1_TOPICS.length, max: STAGE1_TOPICS.length };
    const topics = STAGE1_TOPICS.map((name) => ({ topic: name }));
    const { on: concludedOn } = the(job.data.contract, 'a contract');
    const properties = {
      concludedOn: fields.date(CONCLUDED, { default: concludedOn }),
      topics: fields.list({ zh: '第一阶段结果', en: 'Results' }, topic, size, { default: topics }),
    };
    return fields.body(properties, { concludedOn, topics: topics.map((row) => ({ ...row, ready: true })) });
  },
  apply: (job, body, { at }) => {
    assertNotAhead(body.concludedOn, at, '/concludedOn');
    assertNotBefore(body.concludedOn, the(job.data.contract, 'a contract').on, '/concludedOn');
    const unjudged = STAGE1_TOPICS.find((wanted) => !body.topics.some(({ topic }) => topic === wanted));
    if (unjudged) {
      throw refused('TOPIC_LEFT_OUT', '/topics', { zh: `未判断：${unjudged}`, en: `Not judged: ${unjudged}` });
    }
    const stage1 = { ...body, resolutions: [] };
    return { to: stage1Issues(stage1).length > 0 ? 'STAGE1_ISSUES' : 'STAGE1', data: { ...job.data, stage1 } };
  },
});

interface Resolve {
  readonly resolutions: Stage1['resolutions'];
}

export const resolveStage1: Action = jobAction<CertificationStatus, CertificationData, Resolve>({
  name: 'resolve-stage1',
  title: { zh: '确认第一阶段问题已解决', en: 'Confirm that stage 1 issues are solved' },
  role: 'technician',
  from: ['STAGE1_ISSUES'],
  schema: (job) => {
    const issues = stage1Issues(the(job.data.stage1, 'a stage 1'));
    const row = fields.record({
      topic: fields.text({ zh: '问题', en: 'Issue' }, 100, { readOnly: true }),
      resolution: fields.text({ zh: '解决情况', en: 'How it was solved' }, 500),
    });
    const size = { min: issues.length, max: issues.length };
    const filled = issues.map((topic) => ({ topic }));
    const resolutions = fields.list({ zh: '问题', en: 'Issues' }, row, size, { default: filled });
    const example = filled.map((issue) => ({ ...issue, resolution: '已补充并经复核确认' }));
    return fields.body({ resolutions }, { resolutions: example });
  },
  apply: (job, { resolutions }) => {
    const stage1 = { ...the(job.data.stage1, 'a stage 1'), resolutions };
    const [open] = stage1Issues(stage1);
    if (open) throw refused('ISSUE_OPEN', '/resolutions', { zh: `尚未解决：${open}`, en: `Still open: ${open}` });
    return { to: 'STAGE1', data: { ...job.data, stage1 } };
  },
});

interface Stage2Body extends Stage2 {
  readonly nonconformities: readonly {
    readonly scheme: string;
    readonly clause: string;
    readonly grade: Grade;
    readonly description: string;
  }[];
}

export const recordStage2: Action = jobAction<CertificationStatus, CertificationData, Stage2Body>({
  name: 'record-stage2',
  title: { zh: '记录第二阶段审核', en: 'Record stage 2' },
  role: 'technician',
  from: ['STAGE1'],
  schema: stage2Body,
  apply: (job, { nonconformities: found, ...stage2 }, { at }) => {
    const { concludedOn: stage1On } = the(job.data.stage1, 'a stage 1');
    assertNotAhead(stage2.concludedOn, at, '/concludedOn');
    assertNotBefore(stage2.concludedOn, stage1On, '/concludedOn');
    // A stage 2 that has to be done again follows the first one, not stage 1.
    if (job.data.superseded.length === 0 && stage2.concludedOn > addMonths(stage1On, MOST_MONTHS_BETWEEN)) {
      throw refused('STAGES_TOO_FAR', '/concludedOn', {
        zh: `距第一阶段已超过${MOST_MONTHS_BETWEEN}个月，须重新策划`,
        en: `More than ${MOST_MONTHS_BETWEEN} months after stage 1: plan again`,
      });
    }
    const nonconformities = found.map((row, index): Nonconformity => ({ no: index + 1, ...row }));
    return {
      to: nonconformities.length > 0 ? 'NC_OPEN' : 'STAGE2',
      data: { ...job.data, stage2, nonconformities, sentBack: undefined },
    };
  },
});

function stage2Body(job: CertificationView): JsonSchema {
  const { concludedOn } = the(job.data.stage1, 'a stage 1');
  const schemes = the(job.data.application, 'an application').schemes;
  const finding = fields.record({
    scheme: fields.choice(
      { zh: '认证项目', en: 'Scheme' },
      Object.fromEntries(schemes.map(({ scheme }) => [scheme, { zh: nameOfScheme(job, scheme), en: scheme }])),
    ),
    clause: fields.text({ zh: '条款', en: 'Clause' }, 50),
    grade: fields.choice({ zh: '级别', en: 'Grade' }, GRADES),
    description: fields.text({ zh: '不符合事实', en: 'What was found' }, 1_000),
  });
  const properties = {
    concludedOn: fields.date(CONCLUDED, { default: concludedOn }),
    audited: fields.text({ zh: '审核的部门、场所与过程', en: 'What was audited' }, 1_000),
    nonconformities: fields.list(
      { zh: '不符合项(没有则不填)', en: 'Nonconformities, if any' },
      finding,
      { min: 0, max: MOST_FINDINGS },
      { default: [] },
    ),
  };
  return fields.body(properties, {
    concludedOn,
    audited: '管理层、生产、采购、质检及仓储，覆盖认证范围内全部过程',
    nonconformities: [],
  });
}
