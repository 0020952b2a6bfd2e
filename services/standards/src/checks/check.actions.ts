import { shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JobAction, type JsonSchema } from '@nqi/work';
import type { Corpus } from '../corpus/standard.js';
import { returned, reviewed } from '../jobs/review.actions.js';
import {
  assertNotAhead,
  refused,
  takes,
  type Check,
  type StandardsData,
  type StandardsStatus,
  type StandardsView,
} from '../jobs/standards-job.js';
import { STATUS_NAMES, VERDICT_NAMES, checkStandards, withEvidence, type Evidence } from './check.js';
import { checkReport } from './check-report.js';

type Action = JobAction<StandardsStatus, StandardsData>;

const LOOKED_UP = { way: 'check', to: 'LOOKED_UP' } as const;

/** 查新: looked up by the system, confirmed by a person, reviewed and issued by two others. */
export const checkActions = (corpus: Corpus): { readonly forward: Action[]; readonly back: Action[] } => ({
  forward: [
    lookUp(corpus),
    confirm,
    reviewed({
      name: 'review-check',
      title: { zh: '审核查新结果', en: 'Review the results' },
      way: 'check',
      from: 'CONFIRMED',
      to: 'CHECK_REVIEWED',
    }),
    issueCheck,
  ],
  back: [
    returned('reviewer', {
      name: 'return-check',
      title: { zh: '退回重新核查', en: 'Return for another look' },
      from: 'CONFIRMED',
      ...LOOKED_UP,
    }),
    returned('approver', {
      name: 'refuse-check',
      title: { zh: '不予批准', en: 'Refuse approval' },
      from: 'CHECK_REVIEWED',
      ...LOOKED_UP,
    }),
  ],
});

const lookUp = (corpus: Corpus): Action =>
  jobAction<StandardsStatus, StandardsData, { checkedOn: string }>({
    name: 'look-up',
    title: { zh: '检索标准状态', en: 'Look the standards up' },
    role: 'technician',
    from: ['INTAKE'],
    when: takes('check'),
    schema: (job) => {
      const today = shanghaiDate(job.openedAt);
      const checkedOn = fields.date({ zh: '核查基准日', en: 'As of' }, { default: today });
      return fields.body({ checkedOn }, { checkedOn: today });
    },
    apply: (job, { checkedOn }, { at }) => {
      assertNotAhead(checkedOn, at, '/checkedOn');
      const rows = checkStandards(job.data.citations, checkedOn, corpus);
      return { to: 'LOOKED_UP', data: { ...job.data, check: { checkedOn, source: corpus.source, rows } } };
    },
  });

interface ConfirmBody {
  readonly rows: readonly { readonly row: number; readonly note?: string }[];
  readonly evidence?: readonly Evidence[];
}

/** The person confirms or annotates; where the corpus knows nothing or too little, they bring evidence with dates. */
const confirm: Action = jobAction<StandardsStatus, StandardsData, ConfirmBody>({
  name: 'confirm',
  title: { zh: '确认结果、补充说明', en: 'Confirm and annotate' },
  role: 'technician',
  from: ['LOOKED_UP'],
  schema: confirmBody,
  apply: (job, body) => {
    const check = checkOf(job);
    return { to: 'CONFIRMED', data: { ...job.data, check: { ...check, rows: confirmedRows(check, body) } } };
  },
});

function confirmedRows({ rows, checkedOn }: Check, body: ConfirmBody): Check['rows'] {
  const pointers = [
    ...body.rows.map(({ row }, index) => [row, `/rows/${index}/row`] as const),
    ...(body.evidence ?? []).map(({ row }, index) => [row, `/evidence/${index}/row`] as const),
  ];
  const stray = pointers.find(([row]) => !rows.some((known) => known.row === row));
  if (stray) throw refused('UNKNOWN_ROW', stray[1], { zh: '没有此行', en: 'No such row' });
  (body.evidence ?? []).forEach(assertOrdered);
  return rows.map((row) => {
    const note = body.rows.find((annotated) => annotated.row === row.row)?.note;
    const evidence = body.evidence?.find((found) => found.row === row.row);
    const found = evidence ? withEvidence(row, evidence, checkedOn) : row;
    return note ? { ...found, note } : found;
  });
}

/** In force before it is abolished or replaced; and a replacement has a day. */
function assertOrdered({ implementedOn, abolishedOn, replacedBy, replacedOn }: Evidence, index: number): void {
  const at = (field: string) => `/evidence/${index}/${field}`;
  if (abolishedOn !== undefined && abolishedOn <= implementedOn) {
    throw refused('DATES_OUT_OF_ORDER', at('abolishedOn'), {
      zh: '废止日期应晚于实施日期',
      en: 'A standard is abolished after it came into force',
    });
  }
  if ((replacedBy === undefined) !== (replacedOn === undefined)) {
    throw refused('REPLACEMENT_INCOMPLETE', at(replacedBy === undefined ? 'replacedBy' : 'replacedOn'), {
      zh: '代替标准与其实施日期须同时填写',
      en: 'A replacement needs its number and its day',
    });
  }
  if (replacedOn !== undefined && replacedOn <= implementedOn) {
    throw refused('DATES_OUT_OF_ORDER', at('replacedOn'), {
      zh: '代替标准实施日期应晚于本标准实施日期',
      en: 'A standard is replaced after it came into force',
    });
  }
}

const issueCheck: Action = jobAction<StandardsStatus, StandardsData, unknown>({
  name: 'issue-check',
  title: { zh: '批准并签发查新报告', en: 'Approve and issue the report' },
  role: 'approver',
  from: ['CHECK_REVIEWED'],
  schema: () => fields.body({}, {}),
  apply: (job) => ({ to: 'CHECK_ISSUED', data: job.data, deliverables: [checkReport(job, checkOf(job))] }),
});

function confirmBody(job: StandardsView): JsonSchema {
  const { rows } = checkOf(job);
  const result = (index: number) => {
    const row = rows[index];
    return row ? `${row.number} ${STATUS_NAMES[row.status].zh} ${VERDICT_NAMES[row.verdict].zh}` : '';
  };
  const number = fields.integer({ zh: '序号', en: 'Row' }, 1, Math.max(1, rows.length));
  const shown = fields.text({ zh: '系统核查结果', en: 'Result' }, 300, { readOnly: true });
  const item = fields.record({ row: number, result: shown, note: fields.text({ zh: '说明', en: 'Note' }, 500) }, [
    'result',
    'note',
  ]);
  const lines = rows.map(({ row, note }, index) => ({ row, result: result(index), ...(note && { note }) }));
  const properties = {
    rows: fields.list(
      { zh: '逐条确认', en: 'Row by row' },
      item,
      { min: rows.length, max: Math.max(1, rows.length) },
      { default: lines },
    ),
    evidence: fields.list(
      { zh: '人工核实(题录库未收录或已有变化时填写)', en: 'Evidence from official sources' },
      evidenceItem(number),
      { min: 0, max: Math.max(1, rows.length) },
      { default: [] },
    ),
  };
  return fields.body(properties, { rows: lines, evidence: [] }, ['evidence']);
}

const evidenceItem = (row: JsonSchema): JsonSchema =>
  fields.record(
    {
      row,
      source: fields.text({ zh: '核实来源', en: 'Source' }, 200),
      title: fields.text({ zh: '标准名称', en: 'Title' }, 200),
      implementedOn: fields.date({ zh: '实施日期', en: 'In force from' }),
      abolishedOn: fields.date({ zh: '废止日期', en: 'Abolished on' }),
      replacedBy: fields.text({ zh: '代替标准', en: 'Replaced by' }, 60),
      replacedOn: fields.date({ zh: '代替标准实施日期', en: 'Replaced on' }),
    },
    ['abolishedOn', 'replacedBy', 'replacedOn'],
  );

function checkOf({ jobNo, data }: StandardsView): Check {
  if (!data.check) throw new Error(`job ${jobNo} has no check`);
  return data.check;
}
