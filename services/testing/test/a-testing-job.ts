import { DomainError } from '@nqi/kernel';
import { Job, type DraftDeliverable, type JobFacts } from '@nqi/work';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { packagedReferences } from '../src/plan/packaged.references.js';
import type { TestingStatus } from '../src/jobs/testing-job.js';
import { testingProcedure } from '../src/jobs/testing.procedure.js';

const PROCEDURE = testingProcedure(packagedReferences());
const FACTS: JobFacts = {
  id: 'job-1',
  jobNo: 'JB-JC-20261124-000001',
  ticketId: 'ticket-1',
  requestId: 'request-1',
  requestNo: 'ZZ-JC-20261124-000001',
  itemId: 'item-1',
  serviceCode: 'TST-001',
  serviceName: { zh: '委托检验检测', en: 'Commissioned testing' },
  enterpriseUscc: '91370481MA3ABCD159',
  enterpriseName: '演示企业',
  nodeCode: 'WS-370481',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
  institutionId: 'ORG006',
  institutionName: '演示质检所',
  mode: 'offline',
  openedAt: new Date('2026-11-24T01:00:00Z'),
};
export const AFTERNOON = new Date('2026-11-24T07:00:00Z');
export const HANDS = { technician: '张检测', reviewer: '李审核', approver: '王批准', client: '客户' };
export const FULL_WAY = [
  'review-contract',
  'record-signature',
  'receive-samples',
  'assign-task',
  'record-results',
  'review-data',
  'approve-report',
  'deliver',
];

export type Body = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test changes what it likes
const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true });
formats.default(ajv);

export const aJob = (serviceCode: string, form: unknown, mode = 'offline') =>
  Job.open(PROCEDURE, { ...FACTS, serviceCode, mode }, form);
export type TestingJob = ReturnType<typeof aJob>;

/** An action of the job, the next one unless named, with the example that its schema carries. */
export function stepOf(job: TestingJob, name?: string): { name: string; role: keyof typeof HANDS; body: Body } {
  const action = name ? job.actions.find((candidate) => candidate.name === name) : job.actions[0];
  if (!action) throw new Error(`no ${name ?? 'action'} in ${job.snapshot.status}`);
  const schema = action.schema(job.snapshot);
  const body = structuredClone((schema['examples'] as Body[])[0]) as Body;
  const valid = ajv.validate(schema, body);
  expect(valid ? [] : ajv.errors).toEqual([]);
  return { name: action.name, role: action.role, body };
}
/** Carries an action out on that example, changed where a test wants it. */
export function step(job: TestingJob, change: (body: Body) => void = () => undefined, named?: string): string {
  const { name, role, body } = stepOf(job, named);
  change(body);
  job.perform(name, body, { username: role, name: HANDS[role] }, AFTERNOON);
  return name;
}
/** Goes forward until the job stands in `status`. */
export function until(job: TestingJob, status: TestingStatus): TestingJob {
  while (job.snapshot.status !== status) step(job);
  return job;
}
export const toTheEnd = (job: TestingJob): string[] => {
  const names: string[] = [];
  while (!job.snapshot.closedAt) names.push(step(job));
  return names;
};
export const issuedBy = (job: TestingJob): DraftDeliverable[] =>
  job.pullEvents().flatMap((event) => (event.type === 'DeliverableIssued' ? [event.deliverable] : []));
export const refusalOf = (act: () => void): readonly [string, string?] => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.pointer];
    throw error;
  }
  return ['nothing'];
};

export const FLOUR = {
  ref: 'TP027',
  product: '小麦粉',
  standard: 'GB/T 1355-2021',
  items: ['TP027-01', 'TP027-03', 'TP027-04'],
  samples: 2,
};
export const TOYS = {
  ref: 'TP034',
  product: '玩具(塑料)',
  standard: 'GB 6675.1-2025',
  items: ['TP034-01'],
  samples: 3,
};
export const aFlourJob = () => aJob('TST-001', { tests: [FLOUR] });
