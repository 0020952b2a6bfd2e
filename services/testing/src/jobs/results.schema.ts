import { shanghaiDate } from '@nqi/kernel';
import { fields, type JsonSchema } from '@nqi/work';
import { passingResults } from '../judgement/judge.js';
import { limitOf, wantedResults, type AgreedItem, type AgreedLine } from '../plan/test-plan.js';
import { requirementOf } from '../reports/requirement.js';
import { openLines, receiptOf, wantsAnalysis, type TestingData, type TestingView } from './testing-job.js';

const MOST_VALUES = 1_000;

/** Body of the testing step: the products still open, item by item, one value per sample or unit. */
export function resultsBody(job: TestingView): JsonSchema {
  const open = openLines(job.data);
  const testedOn = laterOf(shanghaiDate(job.openedAt), receiptOf(job).receivedOn);
  const rows = open.map((line) => prefilledRow(line, job.data));
  const properties = {
    testedFrom: fields.date({ zh: '检测开始日期', en: 'Tested from' }, { default: testedOn }),
    testedTo: fields.date({ zh: '检测结束日期', en: 'Tested to' }, { default: testedOn }),
    lines: fields.list({ zh: '检测结果', en: 'Results' }, LINE, { max: open.length }, { default: rows }),
    ...(wantsAnalysis(job) && { analysis: ANALYSIS }),
  };
  const example = {
    testedFrom: testedOn,
    testedTo: testedOn,
    lines: open.map((line) => ({ line: line.line, items: line.items.map((item) => exampleItem(item, line)) })),
    ...(wantsAnalysis(job) && { analysis: EXAMPLE_ANALYSIS }),
  };
  return fields.body(properties, example);
}

const ITEM = fields.record(
  {
    item: fields.text({ zh: '项目编号', en: 'Item' }, 20, { readOnly: true }),
    parameter: fields.shown({ zh: '检测项目', en: 'Parameter' }, ''),
    requirement: fields.shown({ zh: '技术要求', en: 'Requirement' }, ''),
    values: fields.list(
      { zh: '检测结果(按样品顺序)', en: 'Results, sample by sample' },
      fields.text({ zh: '结果', en: 'Result' }, 100),
      { max: MOST_VALUES },
      { description: '数值如 12.3、<0.01;定性结果如 合格、未检出、未起火、未爆炸' },
    ),
  },
  ['parameter', 'requirement'],
);
const LINE = fields.record(
  {
    line: fields.integer({ zh: '样品序号', en: 'Line' }, 1, 50, { readOnly: true }),
    product: fields.shown({ zh: '样品名称', en: 'Product' }, ''),
    samples: fields.shown({ zh: '样品编号', en: 'Sample codes' }, ''),
    items: fields.list({ zh: '检测项目', en: 'Items' }, ITEM, { max: 100 }),
  },
  ['product', 'samples'],
);
const ANALYSIS: JsonSchema = {
  ...fields.record({
    phenomenon: fields.text({ zh: '问题现象', en: 'Phenomenon' }, 1_000),
    cause: fields.text({ zh: '原因分析', en: 'Cause' }, 2_000),
    measures: fields.text({ zh: '改进建议', en: 'Measures' }, 2_000),
  }),
  title: '质量问题诊断与失效分析',
  'x-title-en': 'Failure analysis',
};
const EXAMPLE_ANALYSIS = {
  phenomenon: '用户反映批次间性能波动',
  cause: '所检项目符合要求，波动与贮存条件有关',
  measures: '规范贮存条件，增加出厂抽检频次',
};

/** What is known before testing; after a review sent results back, what was written then. */
function prefilledRow({ line, product, tested, items }: AgreedLine, { samples, superseded }: TestingData): unknown {
  const earlier = superseded.at(-1)?.find((result) => result.line === line);
  const codes = samples.find((each) => each.line === line)?.codes ?? [];
  const [first = '', last = ''] = [codes[0], codes.at(-1)];
  return {
    line,
    product,
    samples: first === last ? first : `${first} ~ ${last}`,
    items: items.map((item) => ({
      item: item.id,
      parameter: item.parameter,
      requirement: requirementOf(item),
      values:
        earlier?.items.find((result) => result.item === item.id)?.values ??
        Array.from({ length: wantedResults(item, tested) }, () => ''),
    })),
  };
}

function exampleItem(item: AgreedItem, { tested }: AgreedLine): { item: string; values: string[] } {
  const wanted = wantedResults(item, tested);
  const passing = passingResults(limitOf(item));
  return { item: item.id, values: Array.from({ length: wanted }, (_, index) => passing[index] ?? passing[0] ?? '') };
}

const laterOf = (date: string, other: string): string => (other > date ? other : date);
