import { addDays, parseStandardNumber, shanghaiDate } from '@nqi/kernel';
import { fields, type JsonSchema } from '@nqi/work';
import type { FiledTest } from '../plan/filed-tests.js';
import { usualTested, type LineEntry, type Scope } from '../plan/test-plan.js';
import type { PlanItem, TestReferences } from '../plan/test-references.js';
import { subcontracts } from './contract-terms.js';
import type { TestingView } from './testing-job.js';

const MOST_ITEMS = 100;
const USUAL_DAYS = 14;

const LIMIT_TYPES = {
  min: { zh: '不小于(≥)', en: 'At least' },
  max: { zh: '不大于(≤)', en: 'At most' },
  max_exclusive: { zh: '小于(<)', en: 'Below' },
  range: { zh: '范围(a~b)', en: 'Range' },
  equal: { zh: '等于', en: 'Equal' },
  tolerance: { zh: '允许偏差(±)', en: 'Tolerance' },
  qualitative: { zh: '定性要求', en: 'In words' },
  sampling_plan: { zh: '采样方案(n,c,m,M)', en: 'Sampling plan' },
  report: { zh: '仅报告实测值', en: 'Report the value' },
};
const SCOPES: Readonly<Record<Scope, { zh: string; en: string }>> = {
  licensed: { zh: '资质认定范围内', en: 'Within the licence' },
  unlicensed: { zh: '有能力、未经资质认定', en: 'Able, outside the licence' },
  subcontracted: { zh: '分包', en: 'Subcontracted' },
};
const STATEMENTS = {
  conformity: { zh: '按标准判定', en: 'Statement of conformity' },
  'data-only': { zh: '仅提供数据', en: 'Values only' },
};
const CHECKED = {
  ok: { zh: '一致', en: 'In order' },
  clarified: { zh: '已与客户澄清', en: 'Clarified with the client' },
};
/** What the review of a contract goes through (DOMAIN section 3.3). */
const CHECKS = {
  sample: { zh: '样品名称、类别、数量、规格与委托一致', en: 'Samples match the order' },
  parties: { zh: '委托方、生产方、商标、批号等信息一致', en: 'Parties and marks agree' },
  items: { zh: '检测项目适合该产品', en: 'Items suit the product' },
  method: { zh: '方法适用且现行有效', en: 'Methods fit and are in force' },
  capability: { zh: '人员、设备、期限满足要求', en: 'People, equipment and time suffice' },
};

/** Body of the contract review, prefilled with what the client filed and the reference data knows. */
export function reviewBody(job: TestingView, references: TestReferences): JsonSchema {
  const { tests, contract } = job.data;
  const tested = usualTested(tests);
  const lines = contract?.lines ?? tests.map((test, index) => prefilledLine(test, tested[index] ?? 1));
  const promisedOn = addDays(shanghaiDate(job.openedAt), USUAL_DAYS);
  const check = (title: { zh: string; en: string }) => fields.choice(title, CHECKED, { default: 'ok' });
  const properties = {
    statement: fields.choice({ zh: '结论形式(客户要求)', en: 'Statement wanted' }, STATEMENTS, {
      default: 'conformity',
    }),
    checks: {
      ...fields.record(Object.fromEntries(Object.entries(CHECKS).map(([name, title]) => [name, check(title)]))),
      title: '评审要点',
      'x-title-en': 'Points of review',
    },
    lines: fields.list({ zh: '检测方案', en: 'Test plan' }, LINE, { max: tests.length }, { default: lines }),
    promisedOn: fields.date({ zh: '承诺出具报告日期', en: 'Report promised for' }, { default: promisedOn }),
    remark: fields.text({ zh: '澄清情况与约定', en: 'Clarifications' }, 1_000),
  };
  const example = {
    statement: 'conformity',
    checks: Object.fromEntries(Object.keys(CHECKS).map((name) => [name, 'ok'])),
    lines: tests.map((test, index) => exampleLine(test, tested[index] ?? 1, references)),
    promisedOn,
  };
  return fields.body(properties, example, ['remark']);
}

const ITEM = fields.record(
  {
    id: fields.text({ zh: '项目编号', en: 'Item' }, 20, { readOnly: true }),
    parameter: fields.text({ zh: '检测项目', en: 'Parameter' }, 100),
    method: fields.text({ zh: '检测方法(带年代号)', en: 'Method with its year' }, 60),
    unit: fields.text({ zh: '单位', en: 'Unit' }, 30),
    limitType: fields.choice({ zh: '判定方式', en: 'Kind of limit' }, LIMIT_TYPES),
    limitValue: fields.text({ zh: '技术要求', en: 'Limit' }, 100),
    scope: fields.choice({ zh: '能力', en: 'Scope' }, SCOPES),
    subcontractor: fields.text({ zh: '分包机构', en: 'Subcontractor' }, 100),
    oldEdition: fields.text({ zh: '使用非现行方法的理由', en: 'Why an old edition' }, 200),
  },
  ['id', 'unit', 'subcontractor', 'oldEdition'],
);
const LINE = fields.record(
  {
    line: fields.integer({ zh: '样品序号', en: 'Line' }, 1, 50, { readOnly: true }),
    product: fields.text({ zh: '样品名称', en: 'Product' }, 200),
    standard: fields.text({ zh: '判定标准', en: 'Product standard' }, 100),
    tested: fields.integer({ zh: '检测样品数', en: 'Samples tested' }, 1, 1_000),
    items: fields.list({ zh: '检测项目', en: 'Items' }, ITEM, { max: MOST_ITEMS }),
  },
  ['standard'],
);

const prefilledLine = ({ line, product, standard, items }: FiledTest, tested: number): LineEntry => ({
  line,
  product,
  ...(standard && { standard }),
  tested,
  items: items.map((item) => ({ ...item, scope: 'licensed' })),
});

/** With every method dated; a product that the reference data does not know gets one item to show the form. */
function exampleLine(test: FiledTest, tested: number, references: TestReferences): LineEntry {
  const line = prefilledLine(test, tested);
  const items = line.items.length > 0 ? line.items : [EXAMPLE_ITEM];
  return { ...line, items: items.map((item) => ({ ...item, method: exampleMethod(item.method, references) })) };
}

const EXAMPLE_ITEM: Omit<PlanItem, 'id'> & { scope: Scope } = {
  parameter: '外观质量',
  method: 'GB/T 2828.1-2012',
  limitType: 'qualitative',
  limitValue: '合格',
  scope: 'unlicensed',
};

function exampleMethod(method: string, references: TestReferences): string {
  if (parseStandardNumber(method)?.year !== undefined) {
    const state = references.method(method);
    return state && !state.inForce ? (state.replacedBy[0] ?? method) : method;
  }
  return references.editionOf(method) ?? method;
}

/** Signing needs the client's consent where a part of the work leaves the house. */
export function signatureFields(job: TestingView): Record<string, JsonSchema> {
  const others = subcontracts(job);
  if (others.length === 0) return {};
  const description = others.map(({ parameter, subcontractor }) => `${parameter}:${subcontractor ?? ''}`).join(';');
  const title = { zh: '同意分包', en: 'Consents to subcontracting' };
  return { consentsToSubcontract: fields.flag(title, { description, default: false }) };
}
