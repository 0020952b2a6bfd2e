import type { DocumentSection } from '@nqi/documents';
import { DomainError, shanghaiDate, type LocalizedText } from '@nqi/kernel';
import type { DeliverableKind, DraftDeliverable } from '../deliverables/deliverable.js';
import * as fields from '../jobs/fields.js';
import { jobAction, type JobAction, type JobView, type JsonSchema } from '../jobs/procedure.js';
import {
  VERDICT_NAMES,
  adviceConclusion,
  type Advice,
  type AdviceTopic,
  type Finding,
  type FindingVerdict,
} from './advice.js';

/** What the data of a job must have room for to take the way of advice. */
export interface WithAdvice {
  readonly advice?: Advice;
  /** Why the draft came back, when it did. */
  readonly adviceReturned?: string;
}

export interface AdviceWay<S extends string, D> {
  /** `from` → `drafted` → `reviewed` → `issued`; drafts that come back return to `from`. */
  readonly states: { readonly from: S; readonly drafted: S; readonly reviewed: S; readonly issued: S };
  /** Which jobs go this way. */
  when(job: JobView<S, D>): boolean;
  topics(job: JobView<S, D>): readonly AdviceTopic[];
  /** Parts of the report about what the client filed. */
  subjects?(job: JobView<S, D>): readonly DocumentSection[];
  readonly kind?: DeliverableKind;
  readonly title?: LocalizedText;
}

const MOST_FINDINGS = 60;
const REASON = fields.text({ zh: '退回原因', en: 'Reason' }, 500);
const reasonBody = () => fields.body({ reason: REASON }, { reason: '请补充依据后重新提交' });

/**
 * The way of services that end in advice instead of measured values: drafted, reviewed and issued as a report by three
 * people. For consultations, guidance, desk reviews and the like in every domain.
 */
export function adviceActions<S extends string, D extends WithAdvice>(way: AdviceWay<S, D>): JobAction<S, D>[] {
  const { from, drafted, reviewed, issued } = way.states;
  const when = (job: JobView<S, D>) => way.when(job);
  return [
    jobAction<S, D, Advice>({
      name: 'advise',
      title: { zh: '记录核查与建议', en: 'Record findings and advice' },
      role: 'technician',
      from: [from],
      when,
      schema: (job) => adviseBody(job, way.topics(job)),
      apply: (job, advice, { at }) => {
        assertNotAhead(advice.concludedOn, at);
        return { to: drafted, data: { ...job.data, advice, adviceReturned: undefined } };
      },
    }),
    jobAction<S, D, { remark?: string }>({
      name: 'review-report',
      title: { zh: '审核报告', en: 'Review the report' },
      role: 'reviewer',
      from: [drafted],
      when,
      schema: () => fields.body({ remark: fields.text({ zh: '审核意见', en: 'Remark' }, 500) }, {}, ['remark']),
      apply: (job) => ({ to: reviewed, data: job.data }),
    }),
    jobAction<S, D, unknown>({
      name: 'issue-report',
      title: { zh: '批准并签发报告', en: 'Approve and issue the report' },
      role: 'approver',
      from: [reviewed],
      when,
      schema: () => fields.body({}, {}),
      apply: (job) => ({ to: issued, data: job.data, deliverables: [serviceReport(job, way)] }),
    }),
    jobAction<S, D, { reason: string }>({
      name: 'return-report',
      title: { zh: '退回修改', en: 'Return for correction' },
      role: 'reviewer',
      from: [drafted],
      when,
      schema: reasonBody,
      apply: (job, { reason }) => ({ to: from, data: { ...job.data, adviceReturned: reason } }),
    }),
    jobAction<S, D, { reason: string }>({
      name: 'refuse-report',
      title: { zh: '不予批准', en: 'Refuse approval' },
      role: 'approver',
      from: [reviewed],
      when,
      schema: reasonBody,
      apply: (job, { reason }) => ({ to: from, data: { ...job.data, adviceReturned: reason } }),
    }),
  ];
}

function adviseBody<S extends string>(job: JobView<S, WithAdvice>, topics: readonly AdviceTopic[]): JsonSchema {
  const draft = job.data.advice;
  const finding = fields.record(
    {
      topic: fields.text({ zh: '事项', en: 'Topic' }, 100),
      verdict: fields.choice({ zh: '判断', en: 'Verdict' }, VERDICT_NAMES),
      finding: fields.text({ zh: '情况说明', en: 'Finding' }, 1_000),
      basis: fields.text({ zh: '依据', en: 'Basis' }, 200),
    },
    ['basis'],
  );
  const example: Advice = {
    concludedOn: shanghaiDate(job.openedAt),
    findings: topics.map((topic) => ({ ...topic, verdict: 'conforms', finding: '资料齐全，情况属实' })),
    recommendations: ['按现行要求持续保持，到期前及时复核'],
  };
  const properties = {
    concludedOn: fields.date({ zh: '完成日期', en: 'Concluded on' }, { default: example.concludedOn }),
    findings: fields.list(
      { zh: '核查事项', en: 'Findings' },
      finding,
      { max: MOST_FINDINGS },
      {
        default: draft?.findings ?? topics,
      },
    ),
    recommendations: fields.list(
      { zh: '建议', en: 'Recommendations' },
      fields.text({ zh: '建议', en: 'Recommendation' }, 500),
      { min: 0, max: 30 },
      { default: draft?.recommendations ?? [] },
    ),
  };
  return fields.body(properties, example);
}

/** Work cannot have been concluded on a day that has not come. */
function assertNotAhead(concludedOn: string, at: Date): void {
  if (concludedOn <= shanghaiDate(at)) return;
  throw new DomainError(
    'ADVICE.DATE_AHEAD',
    'invalid',
    { zh: '完成日期不能晚于今天', en: 'The date lies in the future' },
    { concludedOn },
    '/concludedOn',
  );
}

function serviceReport<S extends string, D extends WithAdvice>(
  job: JobView<S, D>,
  { kind = 'service-report', title, subjects }: AdviceWay<S, D>,
): DraftDeliverable {
  const { advice } = job.data;
  if (!advice) throw new Error(`job ${job.jobNo} has no advice to report`);
  const { technician, reviewer, approver } = job.people;
  return {
    kind,
    title: title ?? { zh: '技术服务报告', en: 'Service Report' },
    conclusion: adviceConclusion(advice),
    sections: [
      {
        heading: '服务事项 Service',
        fields: [
          ['服务名称 Service', `${job.serviceName.zh} ${job.serviceName.en}`],
          ['申请编号 Request', job.requestNo],
          ['任务编号 Job', job.jobNo],
          ['完成日期 Concluded on', advice.concludedOn],
        ],
      },
      ...(subjects?.(job) ?? []),
      {
        heading: '核查情况 Findings',
        columns: ['序号', '事项 Topic', '判断 Verdict', '情况 Finding', '依据 Basis'],
        rows: advice.findings.map(findingRow),
      },
      ...(advice.recommendations.length > 0
        ? [{ heading: '建议 Recommendations', text: numbered(advice.recommendations) }]
        : []),
      { text: '本报告依据委托方提供的资料及核查当日的情况作出，仅对本次服务事项有效。' },
    ],
    signatures: [
      { role: '编制 Prepared by', name: technician?.name ?? '' },
      { role: '审核 Reviewed by', name: reviewer?.name ?? '' },
      { role: '批准 Approved by', name: approver?.name ?? '' },
    ],
  };
}

const nameOf = (verdict: FindingVerdict): string => VERDICT_NAMES[verdict].zh;
const findingRow = ({ topic, verdict, finding, basis }: Finding, index: number): string[] => [
  String(index + 1),
  topic,
  nameOf(verdict),
  finding,
  basis ?? '',
];
const numbered = (lines: readonly string[]): string => lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
