import { DomainError } from '@nqi/kernel';
import { jobAction } from '@nqi/work';
import { isReadableResult, judge, unitsOf } from '../judgement/judge.js';
import { limitOf, wantedResults, type AgreedItem, type AgreedLine } from '../plan/test-plan.js';
import { withStatus } from '../samples/samples.js';
import { assertCalibrated, assertNotAhead, assertNotBefore } from './dates.js';
import { resultsBody } from './results.schema.js';
import {
  openLines,
  receiptOf,
  taskOf,
  type Analysis,
  type ItemResult,
  type LineResult,
  type TestingData,
  type TestingStatus,
  type TestingView,
} from './testing-job.js';

interface ItemEntry {
  readonly item: string;
  readonly values: readonly string[];
}
interface LineEntry {
  readonly line: number;
  readonly items: readonly ItemEntry[];
}
interface ResultsBody {
  readonly testedFrom: string;
  readonly testedTo: string;
  readonly lines: readonly LineEntry[];
  readonly analysis?: Analysis;
}

/** Takes down what was found, of all products at once or of some at a time; the verdicts are computed. */
export const recordResults = jobAction<TestingStatus, TestingData, ResultsBody>({
  name: 'record-results',
  title: { zh: '录入检测结果', en: 'Record the results' },
  role: 'technician',
  from: ['TASK_ASSIGNED', 'TESTING'],
  schema: resultsBody,
  apply: (job, body, { at, actor }) => {
    assertNotBefore(body.testedFrom, receiptOf(job).receivedOn, '/testedFrom');
    assertNotBefore(body.testedTo, body.testedFrom, '/testedTo');
    assertNotAhead(body.testedTo, at, '/testedTo');
    assertCalibrated(taskOf(job).equipment, body.testedTo, () => '/testedTo');
    const written = judgedLines(job, body, actor.name);
    const tested = new Set(written.map(({ line }) => line));
    const data: TestingData = {
      ...job.data,
      results: [...job.data.results, ...written],
      samples: withStatus(job.data.samples, 'TESTED', ({ line }) => tested.has(line)),
      ...(body.analysis && { analysis: body.analysis }),
    };
    return { to: openLines(data).length === 0 ? 'DATA_REVIEW' : 'TESTING', data };
  },
});

function judgedLines(job: TestingView, { lines, testedFrom, testedTo }: ResultsBody, testedBy: string): LineResult[] {
  const open = new Map(openLines(job.data).map((line) => [line.line, line]));
  return lines.map((entry, index) => {
    const pointer = `/lines/${index}`;
    const agreed = open.get(entry.line);
    if (!agreed) throw refused('UNKNOWN_LINE', `${pointer}/line`, '没有此样品或已录入', 'No such product, or recorded');
    open.delete(entry.line);
    return { line: entry.line, testedFrom, testedTo, testedBy, items: judgedItems(agreed, entry, pointer) };
  });
}

function judgedItems(agreed: AgreedLine, { items }: LineEntry, pointer: string): ItemResult[] {
  const wanted = new Map(agreed.items.map((item) => [item.id, item]));
  const judged = items.map((entry, index) => {
    const at = `${pointer}/items/${index}`;
    const item = wanted.get(entry.item);
    if (!item) throw refused('UNKNOWN_ITEM', `${at}/item`, '没有此检测项目或重复', 'No such item, or there twice');
    wanted.delete(entry.item);
    return judgedItem(item, entry, agreed.tested, at);
  });
  const [missing] = wanted.values();
  if (!missing) return judged;
  const [zh, en] = [`缺少检测项目“${missing.parameter}”`, `The item "${missing.parameter}" is missing`];
  throw refused('ITEM_MISSING', `${pointer}/items`, zh, en);
}

function judgedItem(item: AgreedItem, { values }: ItemEntry, tested: number, pointer: string): ItemResult {
  const limit = limitOf(item);
  const count = wantedResults(item, tested);
  if (values.length !== count) {
    throw refused('WRONG_COUNT', `${pointer}/values`, `应录入 ${count} 个结果`, `${count} results are wanted`);
  }
  const unreadable = values.findIndex((value) => !isReadableResult(limit, value));
  if (unreadable >= 0) {
    const [zh, en] = ['应为数值或带 <、> 的数值', 'Must be a number, or one with < or > before it'];
    throw refused('UNREADABLE_RESULT', `${pointer}/values/${unreadable}`, zh, en);
  }
  const verdicts = unitsOf(limit) === undefined ? values.map((value) => judge(limit, [value])) : [judge(limit, values)];
  return { item: item.id, values, verdicts };
}

const refused = (code: string, pointer: string, zh: string, en: string): DomainError =>
  new DomainError(`TESTING.${code}`, 'invalid', { zh, en }, {}, pointer);
