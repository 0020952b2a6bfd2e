import type { LocalizedText } from '@nqi/kernel';
import type { DraftDeliverable } from '@nqi/work';
import { conclusionText } from '../judgement/conclusion.js';
import { contractOf, receiptOf, taskOf, type TestingView } from '../jobs/testing-job.js';
import type { ReportedLine } from './reported-line.js';
import { RESULT_COLUMNS, remarksOf, resultRows } from './result-rows.js';

type Section = DraftDeliverable['sections'][number];

/** Up to so many products get a report each; above, reports hold several, so that an order stays readable. */
const ONE_EACH = 10;
const LINES_PER_REPORT = 10;
const OBJECTION_DAYS = 15;

/** The reports of a reviewed job, in the order of its products. */
export function reportsOf(job: TestingView): DraftDeliverable[] {
  const lines = reportedLines(job);
  const size = lines.length <= ONE_EACH ? 1 : LINES_PER_REPORT;
  const parts = Array.from({ length: Math.ceil(lines.length / size) }, (_, index) =>
    lines.slice(index * size, (index + 1) * size),
  );
  return parts.map((part) => report(job, part));
}

function reportedLines(job: TestingView): ReportedLine[] {
  return contractOf(job).lines.map((agreed) => {
    const result = job.data.results.find(({ line }) => line === agreed.line);
    const samples = job.data.samples.find(({ line }) => line === agreed.line);
    if (!result || !samples) throw new Error(`job ${job.jobNo} has no results of line ${agreed.line}`);
    return { agreed, result, samples };
  });
}

function report(job: TestingView, lines: readonly ReportedLine[]): DraftDeliverable {
  return {
    kind: 'test-report',
    title: titleOf(job.serviceCode),
    conclusion: lines.map(conclusion).join('；'),
    sections: [
      { heading: '委托信息 Order', fields: orderFields(job, lines) },
      equipmentTable(job),
      ...lines.flatMap((line) => productSections(line)),
      ...analysis(job),
      { heading: '说明 Notes', text: notes(job, lines) },
    ],
    signatures: [
      { role: '检测 Tested by', name: [...new Set(lines.map(({ result }) => result.testedBy))].join('、') },
      { role: '审核 Reviewed by', name: job.people.reviewer?.name ?? '' },
      { role: '批准 Approved by', name: job.people.approver?.name ?? '' },
    ],
  };
}

const titleOf = (serviceCode: string): LocalizedText =>
  serviceCode === 'TST-002'
    ? { zh: '型式检验报告', en: 'Type Test Report' }
    : { zh: '检验检测报告', en: 'Test Report' };

function conclusion({ agreed, result }: ReportedLine): string {
  const items = result.items.map(({ item, verdicts }) => ({
    parameter: agreed.items.find(({ id }) => id === item)?.parameter ?? item,
    verdicts,
  }));
  return conclusionText(agreed.product, agreed.standard, items);
}

const SOURCES = { delivered: '送样', sampled: '抽样', 'on-site': '现场检测' } as const;

function orderFields(job: TestingView, lines: readonly ReportedLine[]): [string, string][] {
  const [receipt, task, licence] = [receiptOf(job), taskOf(job), licenceOf(job)];
  const dates = lines.map(({ result }) => result);
  const from = dates.map(({ testedFrom }) => testedFrom).sort()[0] ?? '';
  const to =
    dates
      .map(({ testedTo }) => testedTo)
      .sort()
      .at(-1) ?? '';
  return [
    ...(licence ? [['资质认定证书编号 CMA No.', licence] as [string, string]] : []),
    ['申请编号 Request', job.requestNo],
    ['任务编号 Job', job.jobNo],
    ['委托合同签订 Contract', `${job.data.signature?.signedOn ?? ''} ${job.data.signature?.signedBy ?? ''}`.trim()],
    ['样品来源 Source', SOURCES[receipt.source] + (receipt.sampler ? `(抽样人 ${receipt.sampler})` : '')],
    ['收样日期 Received on', receipt.receivedOn],
    ['检测日期 Tested on', from === to ? from : `${from} ~ ${to}`],
    ['检测地点 Place', task.place],
    ['环境条件 Environment', `温度 ${task.temperature} ℃  相对湿度 ${task.humidity} %`],
  ];
}

const equipmentTable = (job: TestingView): Section => ({
  heading: '主要仪器设备 Equipment',
  columns: ['名称', '编号', '校准/检定有效期至'],
  rows: taskOf(job).equipment.map(({ name, no, validUntil }) => [name, no, validUntil]),
});

function productSections(line: ReportedLine): Section[] {
  const { agreed, samples, result } = line;
  const { reserve, codes } = samples;
  const [first = '', last = ''] = [codes[0], codes.at(-1)];
  const facts: (readonly [string, string | undefined])[] = [
    ['规格型号 Model', samples.model],
    ['商标 Trademark', samples.trademark],
    ['批号 Batch', samples.batch],
    ['生产日期 Produced on', samples.producedOn],
    ['生产单位 Producer', samples.producer],
    ['样品状态 Condition', samples.condition],
    ['样品数量 Quantity', `收样 ${samples.received} 份(${samples.quantity})，检测 ${agreed.tested} 份`],
    ['样品编号 Sample codes', first === last ? first : `${first} ~ ${last}`],
    ['备样编号 In reserve', reserve && `${reserve.from} ~ ${reserve.to}(${reserve.count} 份)`],
    ['判定依据 Requirements', agreed.standard ?? '合同约定'],
    ['检测依据 Methods', [...new Set(agreed.items.map(({ method }) => method))].join('、')],
  ];
  const remarks = remarksOf(agreed, result);
  return [
    {
      heading: `${agreed.product} 样品信息 Sample`,
      fields: facts.flatMap(([label, text]) => (text ? [[label, text] as const] : [])),
    },
    { heading: `${agreed.product} 检测结果 Results`, columns: RESULT_COLUMNS, rows: resultRows(line) },
    ...(remarks.length > 0 ? [{ text: remarks.join('\n') }] : []),
  ];
}

function analysis({ data }: TestingView): Section[] {
  if (!data.analysis) return [];
  const { phenomenon, cause, measures } = data.analysis;
  return [
    {
      heading: '质量问题诊断与失效分析 Failure analysis',
      fields: [
        ['问题现象 Phenomenon', phenomenon],
        ['原因分析 Cause', cause],
        ['改进建议 Measures', measures],
      ],
    },
  ];
}

function licenceOf({ data }: TestingView): string | undefined {
  return data.qualifications.find(({ kind }) => kind === 'CMA')?.number;
}

function notes(job: TestingView, lines: readonly ReportedLine[]): string {
  const scopes = new Set(lines.flatMap(({ agreed }) => agreed.items.map(({ scope }) => scope)));
  const licensed = licenceOf(job) !== undefined && scopes.has('licensed');
  const statements = [
    '数值比较采用 GB/T 8170 全数值比较法，未计入测量不确定度。',
    licensed
      ? '本报告在资质认定范围内向社会出具，具有证明作用。'
      : '本报告项目未在资质认定范围内，仅供委托方内部使用，不具有对社会的证明作用。',
    licensed && scopes.has('unlicensed') && '带“△”的项目未经资质认定，不具有对社会的证明作用。',
    scopes.has('subcontracted') && '带“※”的项目由分包机构检测。',
    '检测结果仅对来样(被测对象)有效；未经本机构书面批准，不得部分复制本报告。',
    `对本报告有异议的，应于收到报告之日起 ${OBJECTION_DAYS} 日内书面提出，逾期不予受理。`,
  ].filter((statement) => statement !== false);
  return statements.map((statement, index) => `${index + 1}. ${statement}`).join('\n');
}
