import type { LocalizedText } from '@nqi/kernel';
import type { DraftDeliverable } from '@nqi/work';
import { preparationOf, type MetrologyView } from '../jobs/metrology-job.js';
import { DECISION_RULES, calibrationConclusion, calibrationRows, CALIBRATION_COLUMNS } from './calibration-results.js';
import { plannedDocuments, type PlannedDocument, type PlannedGroup } from './plan.js';
import {
  VERIFICATION_COLUMNS,
  batchRows,
  BATCH_COLUMNS,
  nonconformities,
  validityNote,
  verificationConclusion,
  verificationRows,
} from './verification-results.js';

type Section = DraftDeliverable['sections'][number];

const TITLES: Readonly<Record<PlannedDocument['kind'], LocalizedText>> = {
  'verification-certificate': { zh: '检定证书', en: 'Verification Certificate' },
  'result-notice': { zh: '检定结果通知书', en: 'Verification Result Notice' },
  'calibration-certificate': { zh: '校准证书', en: 'Calibration Certificate' },
};
/** Under which qualification each kind of document is issued. */
const QUALIFICATIONS: Readonly<Record<PlannedDocument['kind'], string>> = {
  'verification-certificate': '法定计量授权',
  'result-notice': '法定计量授权',
  'calibration-certificate': 'CNAS-L',
};
const STATEMENT = '本证书(通知书)的结果仅对所列器具有效；未经本机构书面批准，不得部分复制。';

/** The certificates and notices of a checked job, in the order of the plan. */
export function certificatesOf(job: MetrologyView): DraftDeliverable[] {
  return plannedDocuments(job.data).map((document) => draft(job, document));
}

function draft(job: MetrologyView, document: PlannedDocument): DraftDeliverable {
  const { kind, parts } = document;
  const isCalibration = kind === 'calibration-certificate';
  return {
    kind,
    title: TITLES[kind],
    conclusion: isCalibration ? calibrationConclusion(parts) : verificationConclusion(document),
    ...(document.validUntil && { validUntil: document.validUntil }),
    sections: [
      { heading: '依据与条件 Basis and conditions', fields: conditionFields(job, document) },
      standardsTable(job),
      ...parts.flatMap((part) => (isCalibration ? calibrationSections(part) : verificationSections(part, kind))),
      { text: STATEMENT },
    ],
    signatures: signatures(job, isCalibration),
  };
}

function conditionFields(job: MetrologyView, { kind, parts }: PlannedDocument): [string, string][] {
  const { place, temperature, humidity } = preparationOf(job);
  const dates = [...new Set(parts.map(({ result }) => result.measuredOn))].sort();
  const qualification = job.data.qualifications.find((held) => held.kind === QUALIFICATIONS[kind]);
  return [
    ...(qualification ? [[`${qualification.kind} No.`, qualification.number] as [string, string]] : []),
    ['任务编号 Job', job.jobNo],
    ['申请编号 Request', job.requestNo],
    ['接收日期 Received on', job.data.arrivedOn ?? ''],
    [kind === 'calibration-certificate' ? '校准日期 Calibrated on' : '检定日期 Verified on', dates.join('、')],
    ['地点 Place', place],
    ['环境条件 Environment', `温度 ${temperature} ℃  相对湿度 ${humidity} %`],
  ];
}

const standardsTable = (job: MetrologyView): Section => ({
  heading: '使用的计量标准器 Measurement standards',
  columns: ['名称', '测量范围', '准确度/不确定度', '证书编号', '有效期至'],
  rows: preparationOf(job).standards.map(({ name, range, accuracy, certificateNo, validUntil }) => [
    name,
    range,
    accuracy,
    certificateNo,
    validUntil,
  ]),
});

function instrumentFields({ group, count }: PlannedGroup, basisLabel: string): [string, string][] {
  const { kind, model, range, accuracy, basis } = group;
  return [
    ['器具名称 Name', kind ? `${group.name}(${kind.ref})` : group.name],
    ['型号规格 Model', model ?? ''],
    ['测量范围 Range', range ?? (kind?.range ? `${kind.range.min}~${kind.range.max} ${kind.unit ?? ''}` : '')],
    ['准确度 Accuracy', accuracy ?? ''],
    ['数量 Quantity', `${count} 台(件)`],
    [basisLabel, basis],
  ];
}

function verificationSections(part: PlannedGroup, kind: PlannedDocument['kind']): Section[] {
  const heading = `${part.group.name} 检定结果 Results`;
  const facts = instrumentFields(part, '检定依据 Regulation');
  const isNotice = kind === 'result-notice';
  const validity: [string, string][] = isNotice ? [] : [['有效期 Validity', validityNote(part)]];
  return [
    { heading, fields: [...facts, ...validity] },
    ...(part.group.batch && !isNotice ? [{ columns: BATCH_COLUMNS, rows: batchRows(part) }] : []),
    ...(part.instruments.length > 0 ? [{ columns: VERIFICATION_COLUMNS, rows: verificationRows(part) }] : []),
    ...(isNotice ? [{ heading: '不合格项 Nonconformities', text: nonconformities(part) }] : []),
  ];
}

function calibrationSections(part: PlannedGroup): Section[] {
  const { rule, coverageFactor = '2', intervalMonths } = part.result;
  const notes = [
    `扩展不确定度 U 的包含因子 k=${coverageFactor}，对应约95%包含概率。`,
    DECISION_RULES[rule],
    ...(intervalMonths ? [`应客户要求，建议复校间隔为 ${intervalMonths} 个月。`] : []),
  ];
  return [
    { heading: `${part.group.name} 校准结果 Results`, fields: instrumentFields(part, '校准依据 Specification') },
    { columns: CALIBRATION_COLUMNS, rows: calibrationRows(part) },
    { text: notes.join('\n') },
  ];
}

function signatures({ people }: MetrologyView, isCalibration: boolean): DraftDeliverable['signatures'] {
  const work = isCalibration ? '校准员 Calibrated by' : '检定员 Verified by';
  return [
    { role: work, name: people.technician?.name ?? '' },
    { role: '核验员 Checked by', name: people.reviewer?.name ?? '' },
    { role: '批准人 Approved by', name: people.approver?.name ?? '' },
  ];
}
