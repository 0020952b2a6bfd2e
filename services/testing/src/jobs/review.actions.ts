import { DomainError } from '@nqi/kernel';
import { fields, jobAction, type JobAction, type JsonSchema, type Step } from '@nqi/work';
import { settled, unjudgedOf, type Ruling } from '../judgement/settle.js';
import { requirementOf } from '../reports/requirement.js';
import { withStatus } from '../samples/samples.js';
import { lineOf, type LineResult, type TestingData, type TestingStatus, type TestingView } from './testing-job.js';

type Action = JobAction<TestingStatus, TestingData>;

interface RulingEntry extends Ruling {
  readonly line: number;
  readonly item: string;
}
interface ReviewBody {
  readonly rulings?: readonly RulingEntry[];
  readonly remark?: string;
}

/** 审核: a second person goes through the records and judges, with a reason, what no rule could judge. */
export const reviewData: Action = jobAction<TestingStatus, TestingData, ReviewBody>({
  name: 'review-data',
  title: { zh: '审核数据与报告', en: 'Review data and report' },
  role: 'reviewer',
  from: ['DATA_REVIEW'],
  schema: reviewBody,
  apply: (job, { rulings = [] }) => {
    assertWanted(job, rulings);
    const results = job.data.results.map((result) => settledLine(result, rulings));
    return { to: 'REPORT_CHECKED', data: { ...job.data, results, sentBack: undefined } };
  },
});

interface Observation {
  readonly line: number;
  readonly item: string;
  readonly value: string;
}

/** Everything that waits for a person's verdict. */
function openObservations({ data }: TestingView): Observation[] {
  return data.results.flatMap(({ line, items }) =>
    items.flatMap((result) => unjudgedOf(result).map((value) => ({ line, item: result.item, value }))),
  );
}

function assertWanted(job: TestingView, rulings: readonly RulingEntry[]): void {
  const open = new Set(openObservations(job).map(keyOf));
  rulings.forEach((ruling, index) => {
    if (open.delete(keyOf(ruling))) return;
    const [zh, en] = ['此结果无须人工判定或重复', 'This result wants no verdict, or there twice'];
    throw refused('NOTHING_TO_RULE', `/rulings/${index}`, zh, en);
  });
  if (open.size === 0) return;
  const [zh, en] = [`还有 ${open.size} 项结果须给出判定`, `${open.size} results still want a verdict`];
  throw refused('RULING_MISSING', '/rulings', zh, en);
}

const keyOf = ({ line, item, value }: Observation): string => `${line}/${item}/${value}`;

function settledLine(result: LineResult, rulings: readonly RulingEntry[]): LineResult {
  const items = result.items.map((item) =>
    settled(
      item,
      rulings.filter((ruling) => ruling.line === result.line && ruling.item === item.item),
    ),
  );
  return { ...result, items };
}

function reviewBody(job: TestingView): JsonSchema {
  const open = openObservations(job);
  const remark = fields.text({ zh: '审核意见', en: 'Remark' }, 500);
  if (open.length === 0) return fields.body({ remark }, {}, ['remark']);
  const rows = open.map((observation) => ({ ...observation, ...words(job, observation) }));
  const title = { zh: '须人工判定的结果', en: 'Results for you to judge' };
  const rulings = fields.list(title, RULING, { max: open.length }, { default: rows });
  const example = open.map((each) => ({ ...each, verdict: 'PASS', reason: '核对原始记录与标准条款，符合要求' }));
  return fields.body({ rulings, remark }, { rulings: example }, ['remark']);
}

function words(job: TestingView, { line, item }: Observation) {
  const agreed = lineOf(job, line).items.find(({ id }) => id === item);
  return { parameter: agreed?.parameter ?? item, requirement: agreed ? requirementOf(agreed) : '' };
}

const RULING = fields.record(
  {
    line: fields.integer({ zh: '样品序号', en: 'Line' }, 1, 50, { readOnly: true }),
    item: fields.text({ zh: '项目编号', en: 'Item' }, 20, { readOnly: true }),
    parameter: fields.shown({ zh: '检测项目', en: 'Parameter' }, ''),
    requirement: fields.shown({ zh: '技术要求', en: 'Requirement' }, ''),
    value: fields.text({ zh: '检测结果', en: 'Result' }, 120_000, { readOnly: true }),
    verdict: fields.choice(
      { zh: '判定', en: 'Verdict' },
      { PASS: { zh: '合格', en: 'Pass' }, FAIL: { zh: '不合格', en: 'Fail' } },
    ),
    reason: fields.text({ zh: '判定理由', en: 'Reason' }, 500),
  },
  ['parameter', 'requirement'],
);

const returned = (name: string, title: Action['title'], role: 'reviewer' | 'approver', from: TestingStatus): Action =>
  jobAction<TestingStatus, TestingData, { reason: string }>({
    name,
    title,
    role,
    from: [from],
    schema: () => {
      const reason = fields.text({ zh: '退回原因', en: 'Reason' }, 500);
      return fields.body({ reason }, { reason: '平行样偏差超出方法规定，请复测' });
    },
    apply: (job, { reason }, { actor }) => testedAgain(job, actor.name, reason),
  });

export const orderRetest = returned(
  'order-retest',
  { zh: '退回复测', en: 'Order a retest' },
  'reviewer',
  'DATA_REVIEW',
);
export const refuseReport = returned('refuse', { zh: '不予批准', en: 'Refuse approval' }, 'approver', 'REPORT_CHECKED');

function testedAgain({ data }: TestingView, by: string, reason: string): Step<TestingStatus, TestingData> {
  const superseded = [...data.superseded, data.results];
  const samples = withStatus(data.samples, 'IN_TEST');
  return { to: 'TESTING', data: { ...data, results: [], superseded, samples, sentBack: { by, reason } } };
}

const refused = (code: string, pointer: string, zh: string, en: string): DomainError =>
  new DomainError(`TESTING.${code}`, 'invalid', { zh, en }, {}, pointer);
