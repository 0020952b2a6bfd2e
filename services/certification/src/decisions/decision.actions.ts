import { parseManagementSystemNumber, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JobAction } from '@nqi/work';
import { nameOfScheme } from '../applications/application-sections.js';
import {
  assertIndependent,
  refused,
  the,
  type CertificationData,
  type CertificationStatus,
  type CertificationView,
} from '../jobs/certification-job.js';
import { returned } from '../jobs/return.actions.js';
import { decide, type SchemeDecision } from './decision.js';
import { certificateOf, decisionDocument } from './decision-documents.js';

type Action = JobAction<CertificationStatus, CertificationData>;

const toDecision = (name: string, title: Action['title'], from: readonly CertificationStatus[]): Action =>
  jobAction<CertificationStatus, CertificationData, { remark?: string }>({
    name,
    title,
    role: 'reviewer',
    from,
    schema: () => fields.body({ remark: fields.text({ zh: '复核意见', en: 'Remark' }, 500) }, {}, ['remark']),
    apply: (job, { remark }, { actor }) => {
      assertIndependent(job, actor);
      return { to: 'DECISION', data: { ...job.data, file: { from: job.status, remark }, sentBack: undefined } };
    },
  });

export const reviewFile = toDecision('review-file', { zh: '复核审核案卷', en: 'Review the audit file' }, [
  'STAGE2',
  'NC_CLOSED',
]);

/** What is still open is not going to be solved; the decision can only be a refusal. */
export const submitUnresolved = toDecision(
  'submit-unresolved',
  { zh: '问题未解决，提交认证决定', en: 'Submit for decision with open issues' },
  ['STAGE1_ISSUES', 'NC_OPEN'],
);

interface DecideBody {
  readonly numbers?: readonly { readonly scheme: string; readonly number: string }[];
}

/** 认证决定: computed from the file, scheme by scheme; the approver answers for it. */
export const decideCertification: Action = jobAction<CertificationStatus, CertificationData, DecideBody>({
  name: 'decide',
  title: { zh: '作出认证决定', en: 'Decide on certification' },
  role: 'approver',
  from: ['DECISION'],
  schema: (job) => {
    const granted = decisionsOf(job).filter((decision) => decision.granted);
    if (granted.length === 0) return fields.body({}, {});
    const names = granted.map(({ scheme }) => [scheme, { zh: nameOfScheme(job, scheme), en: scheme }] as const);
    const row = fields.record({
      scheme: fields.choice({ zh: '认证项目', en: 'Scheme' }, Object.fromEntries(names)),
      number: fields.text({ zh: '证书编号', en: 'Certificate number' }, 40),
    });
    const numbers = fields.list(
      { zh: '认证机构证书编号(已在国家平台登记的填写)', en: 'Numbers registered on the national platform' },
      row,
      { min: 0, max: granted.length },
      { default: [] },
    );
    return fields.body({ numbers }, { numbers: [] }, ['numbers']);
  },
  apply: (job, { numbers = [] }, { at, actor }) => {
    assertIndependent(job, actor);
    numbers.forEach(({ number }, index) => assertNumber(number, `/numbers/${index}/number`));
    const decisions = decisionsOf(job);
    const granted = decisions.filter((decision) => decision.granted);
    const issuedOn = shanghaiDate(at);
    const numberOf = (code: string) => numbers.find(({ scheme }) => scheme === code)?.number;
    return {
      to: granted.length > 0 ? 'CERTIFIED' : 'REFUSED',
      data: { ...job.data, decisions },
      deliverables: [
        decisionDocument(job, decisions, issuedOn),
        ...granted.map(({ scheme }) => certificateOf(job, scheme, issuedOn, numberOf(scheme))),
      ],
    };
  },
});

const decisionsOf = ({ data }: CertificationView): SchemeDecision[] =>
  the(data.application, 'an application').schemes.map(({ scheme }) => decide(scheme, data));

function assertNumber(number: string, pointer: string): void {
  if (parseManagementSystemNumber(number)) return;
  throw refused('CERTIFICATE_NUMBER', pointer, {
    zh: '不是管理体系认证证书编号，如 00126Q30001R0M',
    en: 'Not the number of a management system certificate, such as 00126Q30001R0M',
  });
}

/** The file goes back to where it came from, open issues and all. */
export const returnFile = returned({
  name: 'return-file',
  title: { zh: '退回补充案卷', en: 'Return the file' },
  role: 'approver',
  from: ['DECISION'],
  to: ({ data }) => the(data.file, 'a file').from,
});
