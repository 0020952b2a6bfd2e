import { compareDecimals, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type DraftDeliverable, type JobAction, type JsonSchema } from '@nqi/work';
import { checkStandards } from '../checks/check.js';
import { CHECK_COLUMNS, checkRow } from '../checks/check-report.js';
import type { Corpus } from '../corpus/standard.js';
import { returned, reviewed } from '../jobs/review.actions.js';
import {
  assertNotAhead,
  refused,
  signaturesOf,
  takes,
  type StandardsData,
  type StandardsStatus,
  type StandardsView,
} from '../jobs/standards-job.js';
import { comparisonConclusion, judgeIndicator, type ComparedIndicator, type Comparison } from './comparison.js';

type Action = JobAction<StandardsStatus, StandardsData>;

interface CompareBody {
  readonly comparedOn: string;
  readonly product: string;
  readonly ownStandard: string;
  readonly rows: readonly ComparedIndicator[];
}

const VERDICTS = { SUPERIOR: '优于', EQUAL: '等于', INFERIOR: '低于' } as const;
const DIRECTIONS = {
  HIGHER: { zh: '越高越好', en: 'Higher is better' },
  LOWER: { zh: '越低越好', en: 'Lower is better' },
  RANGE: { zh: '范围越窄越好', en: 'A narrower range is better' },
};

/** 标准比对: the enterprise's indicators beside those of reference standards, for benchmarking and forerunners. */
export const comparisonActions = (corpus: Corpus): { readonly forward: Action[]; readonly back: Action[] } => ({
  forward: [
    compare,
    reviewed({
      name: 'review-comparison',
      title: { zh: '审核比对结果', en: 'Review the comparison' },
      way: 'comparison',
      from: 'COMPARED',
      to: 'COMPARISON_REVIEWED',
    }),
    issue(corpus),
  ],
  back: [
    returned('reviewer', {
      name: 'return-comparison',
      title: { zh: '退回修改', en: 'Return for correction' },
      way: 'comparison',
      from: 'COMPARED',
      to: 'INTAKE',
    }),
    returned('approver', {
      name: 'refuse-comparison',
      title: { zh: '不予批准', en: 'Refuse approval' },
      way: 'comparison',
      from: 'COMPARISON_REVIEWED',
      to: 'INTAKE',
    }),
  ],
});

const compare: Action = jobAction<StandardsStatus, StandardsData, CompareBody>({
  name: 'compare',
  title: { zh: '录入比对指标', en: 'Compare indicators' },
  role: 'technician',
  from: ['INTAKE'],
  when: takes('comparison'),
  schema: compareBody,
  apply: (job, body, { at }) => {
    assertNotAhead(body.comparedOn, at, '/comparedOn');
    body.rows.forEach(assertRange);
    const rows = body.rows.map((row) => ({ ...row, verdict: judgeIndicator(row) }));
    return { to: 'COMPARED', data: { ...job.data, comparison: { ...body, rows } } };
  },
});

function assertRange({ direction, own, ownMax, reference, referenceMax }: ComparedIndicator, index: number): void {
  const ends = [
    [own, ownMax, 'ownMax'],
    [reference, referenceMax, 'referenceMax'],
  ] as const;
  for (const [from, to, field] of ends) {
    const fits = direction === 'RANGE' ? to !== undefined && compareDecimals(from, to) <= 0 : to === undefined;
    if (fits) continue;
    throw refused('RANGE', `/rows/${index}/${field}`, {
      zh: '范围型指标须填写不小于下限的上限，其他指标不填上限',
      en: 'A range needs an upper end that is not below the lower one; other indicators have none',
    });
  }
}

const issue = (corpus: Corpus): Action =>
  jobAction<StandardsStatus, StandardsData, unknown>({
    name: 'issue-comparison',
    title: { zh: '批准并签发比对报告', en: 'Approve and issue the report' },
    role: 'approver',
    from: ['COMPARISON_REVIEWED'],
    schema: () => fields.body({}, {}),
    apply: (job) => ({ to: 'COMPARISON_ISSUED', data: job.data, deliverables: [comparisonReport(job, corpus)] }),
  });

/** The report also says how the reference standards stand, because an indicator of a dead standard proves nothing. */
function comparisonReport(job: StandardsView, corpus: Corpus): DraftDeliverable {
  const { comparison } = job.data;
  if (!comparison) throw new Error(`job ${job.jobNo} has no comparison`);
  const references = [...new Set(comparison.rows.map(({ referenceStandard }) => referenceStandard))];
  return {
    kind: 'standards-report',
    title: { zh: '标准比对报告', en: 'Standards Comparison Report' },
    conclusion: comparisonConclusion(comparison),
    sections: [
      {
        heading: '比对对象 Subject',
        fields: [
          ['产品 Product', comparison.product],
          ['企业标准 Own standard', comparison.ownStandard],
          ['比对日期 Compared on', comparison.comparedOn],
          ['申请编号 Request', job.requestNo],
        ],
      },
      {
        heading: '指标比对 Indicators',
        columns: ['序号', '指标', '企业值', '对标标准', '对标值', '单位', '方向', '结果'],
        rows: comparison.rows.map(comparisonRow),
      },
      {
        heading: '对标标准状态 Reference standards',
        columns: CHECK_COLUMNS,
        rows: checkStandards(references, comparison.comparedOn, corpus).map(checkRow),
      },
    ],
    signatures: signaturesOf(job, '比对 Compared by'),
  };
}

function comparisonRow(row: Comparison['rows'][number], index: number): string[] {
  const ranged = (from: string, to: string | undefined) => (to === undefined ? from : `${from}~${to}`);
  return [
    String(index + 1),
    row.indicator,
    ranged(row.own, row.ownMax),
    row.referenceStandard,
    ranged(row.reference, row.referenceMax),
    row.unit,
    DIRECTIONS[row.direction].zh,
    VERDICTS[row.verdict],
  ];
}

function compareBody(job: StandardsView): JsonSchema {
  const today = shanghaiDate(job.openedAt);
  const earlier = job.data.comparison;
  const row = fields.record(
    {
      indicator: fields.text({ zh: '指标', en: 'Indicator' }, 100),
      unit: fields.text({ zh: '单位', en: 'Unit' }, 20),
      direction: fields.choice({ zh: '优劣方向', en: 'Direction' }, DIRECTIONS),
      own: fields.decimal({ zh: '企业标准值(下限)', en: 'Own value (lower end)' }),
      ownMax: fields.decimal({ zh: '企业标准上限(范围型)', en: 'Own upper end' }),
      referenceStandard: fields.text({ zh: '对标标准', en: 'Reference standard' }, 60),
      reference: fields.decimal({ zh: '对标值(下限)', en: 'Reference value (lower end)' }),
      referenceMax: fields.decimal({ zh: '对标上限(范围型)', en: 'Reference upper end' }),
    },
    ['ownMax', 'referenceMax'],
  );
  const example: CompareBody = {
    comparedOn: today,
    product: '主导产品',
    ownStandard: 'Q/370400 YS001-2026',
    rows: job.data.citations.slice(0, 5).map((referenceStandard) => ({
      indicator: '关键性能指标',
      unit: '%',
      direction: 'HIGHER',
      own: '95.5',
      referenceStandard,
      reference: '95.0',
    })),
  };
  const properties = {
    comparedOn: fields.date({ zh: '比对日期', en: 'Compared on' }, { default: today }),
    product: fields.text({ zh: '产品', en: 'Product' }, 100, earlier && { default: earlier.product }),
    ownStandard: fields.text(
      { zh: '企业标准编号', en: 'Own standard' },
      60,
      earlier && { default: earlier.ownStandard },
    ),
    rows: fields.list(
      { zh: '指标', en: 'Indicators' },
      row,
      { max: 60 },
      {
        default: earlier
          ? earlier.rows.map(({ verdict: _, ...written }) => written)
          : job.data.citations.map((referenceStandard) => ({ referenceStandard })),
      },
    ),
  };
  return fields.body(properties, example);
}
