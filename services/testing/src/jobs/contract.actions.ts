import { DomainError, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JobAction } from '@nqi/work';
import { agreedPlan, type AgreedLine, type LineEntry } from '../plan/test-plan.js';
import type { TestReferences } from '../plan/test-references.js';
import { subcontracts } from './contract-terms.js';
import { reviewBody, signatureFields } from './contract.schema.js';
import { assertNotAhead, assertNotBefore } from './dates.js';
import {
  contractOf,
  isTested,
  type Contract,
  type TestingData,
  type TestingStatus,
  type TestingView,
} from './testing-job.js';

type Action = JobAction<TestingStatus, TestingData>;
type ReviewBody = Omit<Contract, 'lines' | 'reviewedBy'> & { readonly lines: readonly LineEntry[] };

/** 合同评审: what is tested of which samples, by which methods and against which limits, before anybody signs. */
export const reviewContract = (references: TestReferences): Action =>
  jobAction<TestingStatus, TestingData, ReviewBody>({
    name: 'review-contract',
    title: { zh: '合同评审', en: 'Review the contract' },
    role: 'technician',
    from: ['CONTRACT_REVIEW'],
    when: isTested,
    schema: (job) => reviewBody(job, references),
    apply: (job, body, { at, actor }) => {
      assertNotBefore(body.promisedOn, shanghaiDate(at), '/promisedOn');
      if (Object.values(body.checks).includes('clarified') && !body.remark) {
        throw refused('CLARIFICATION_MISSING', '/remark', '请写明与客户澄清的内容', 'Say what was clarified');
      }
      const lines = agreedPlan(body.lines, job.data.tests, references);
      const contract = { ...body, lines, reviewedBy: actor.name };
      return { to: 'CONTRACT_OFFERED', data: { ...job.data, contract, wishes: undefined } };
    },
  });

interface Signing {
  readonly signedBy: string;
  readonly signedOn: string;
  readonly consentsToSubcontract?: boolean;
}

/** The client signed on paper; the laboratory takes that down. */
export const recordSignature: Action = jobAction<TestingStatus, TestingData, Signing>({
  name: 'record-signature',
  title: { zh: '登记合同签订', en: 'Record the signed contract' },
  role: 'technician',
  from: ['CONTRACT_OFFERED'],
  schema: (job) => {
    const today = shanghaiDate(job.openedAt);
    const consent = signatureFields(job);
    const properties = {
      signedBy: fields.text({ zh: '委托方签字人', en: 'Signed by' }, 50),
      signedOn: fields.date({ zh: '签订日期', en: 'Signed on' }, { default: today }),
      ...consent,
    };
    const example = { signedBy: '委托方经办人', signedOn: today, ...exampleConsent(consent) };
    return fields.body(properties, example);
  },
  apply: (job, { signedBy, signedOn, consentsToSubcontract = false }, { at }) => {
    assertNotAhead(signedOn, at, '/signedOn');
    return signed(job, { signedBy, signedOn, consentsToSubcontract });
  },
});

/** The client signs in the system. */
export const signContract: Action = jobAction<TestingStatus, TestingData, { consentsToSubcontract?: boolean }>({
  name: 'sign-contract',
  title: { zh: '确认并签订委托合同', en: 'Sign the contract' },
  role: 'client',
  from: ['CONTRACT_OFFERED'],
  schema: (job) => fields.body(signatureFields(job), exampleConsent(signatureFields(job))),
  apply: (job, { consentsToSubcontract = false }, { at, actor }) =>
    signed(job, { signedBy: actor.name, signedOn: shanghaiDate(at), consentsToSubcontract }),
});

export const askForChanges: Action = jobAction<TestingStatus, TestingData, { wishes: string }>({
  name: 'ask-for-changes',
  title: { zh: '要求修改方案', en: 'Ask for changes' },
  role: 'client',
  from: ['CONTRACT_OFFERED'],
  schema: () =>
    fields.body({ wishes: fields.text({ zh: '修改意见', en: 'Wishes' }, 1_000) }, { wishes: '请增加检测项目' }),
  apply: (job, { wishes }) => ({ to: 'CONTRACT_REVIEW', data: { ...job.data, wishes } }),
});

const exampleConsent = (consent: object) => (Object.keys(consent).length > 0 ? { consentsToSubcontract: true } : {});

function signed(job: TestingView, signature: NonNullable<TestingData['signature']>) {
  if (subcontracts(job).length > 0 && !signature.consentsToSubcontract) {
    const [zh, en] = ['分包须经委托方事先书面同意', 'Subcontracting needs the client’s consent'];
    throw refused('NO_CONSENT', '/consentsToSubcontract', zh, en);
  }
  const contract = contractOf(job);
  const lines = contract.statement === 'data-only' ? contract.lines.map(reportedOnly) : contract.lines;
  return { to: 'CONTRACT_SIGNED' as const, data: { ...job.data, contract: { ...contract, lines }, signature } };
}

/** Where the client wants no statement of conformity nothing is judged. */
const reportedOnly = (line: AgreedLine): AgreedLine => ({
  ...line,
  items: line.items.map((item) => ({ ...item, limitType: 'report' })),
});

const refused = (code: string, pointer: string, zh: string, en: string): DomainError =>
  new DomainError(`TESTING.${code}`, 'invalid', { zh, en }, {}, pointer);
