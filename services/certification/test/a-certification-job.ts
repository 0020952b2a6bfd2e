import { DomainError } from '@nqi/kernel';
import { Job, type DraftDeliverable, type JobFacts } from '@nqi/work';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { packagedSchemes } from '../src/schemes/packaged.schemes.js';
import type { CertificationStatus } from '../src/jobs/certification-job.js';
import { certificationProcedure } from '../src/jobs/certification.procedure.js';

export const PROCEDURE = certificationProcedure(packagedSchemes());
export const FACTS: JobFacts = {
  id: 'job-1',
  jobNo: 'JB-RZ-20261124-000001',
  ticketId: 'ticket-1',
  requestId: 'request-1',
  requestNo: 'ZZ-RZ-20261124-000001',
  itemId: 'item-1',
  serviceCode: 'CER-003',
  serviceName: { zh: '质量管理体系认证服务', en: 'QMS certification' },
  enterpriseUscc: '91370481MA3ABCD159',
  enterpriseName: '演示企业',
  nodeCode: 'WS-370481',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
  institutionId: 'ORG028',
  institutionName: '演示认证中心',
  mode: 'online',
  openedAt: new Date('2026-11-24T01:00:00Z'),
};
export const AFTERNOON = new Date('2026-11-24T07:00:00Z');
const HANDS = { technician: '张审核', reviewer: '李复核', approver: '王决定', client: '客户' };

export type Body = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test changes what it likes
const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true });
formats.default(ajv);

export const aJob = (serviceCode: string, ...refs: string[]) =>
  Job.open(
    PROCEDURE,
    { ...FACTS, serviceCode },
    { certification: refs.map((ref) => ({ ref, effective_personnel: 50 })) },
  );
export type CertificationJob = ReturnType<typeof aJob>;

/** Takes the next step forward with the example that its schema carries. */
export function step(job: CertificationJob, change: (body: Body) => void = () => undefined, at = AFTERNOON): string {
  const action = job.actions[0];
  if (!action) throw new Error(`nothing to do in ${job.snapshot.status}`);
  const schema = action.schema(job.snapshot);
  const body = structuredClone((schema['examples'] as Body[])[0]) as Body;
  expect(ajv.validate(schema, body) ? [] : ajv.errors).toEqual([]);
  change(body);
  expect(ajv.validate(schema, body) ? [] : ajv.errors).toEqual([]);
  job.perform(action.name, body, { username: action.role, name: HANDS[action.role] }, at);
  return action.name;
}
export const act = (job: CertificationJob, name: string, role: keyof typeof HANDS, body: Body = {}) =>
  job.perform(name, body, { username: role, name: HANDS[role] }, AFTERNOON);
export const names = (job: CertificationJob) => job.actions.map(({ name }) => name);
export function until(job: CertificationJob, status: CertificationStatus): CertificationJob {
  while (job.snapshot.status !== status) step(job);
  return job;
}
export const toTheEnd = (job: CertificationJob): string[] => {
  const taken: string[] = [];
  while (!job.snapshot.closedAt) taken.push(step(job));
  return taken;
};
export const issuedBy = (job: CertificationJob): DraftDeliverable[] =>
  job.pullEvents().flatMap((event) => (event.type === 'DeliverableIssued' ? [event.deliverable] : []));
export const refusalOf = (take: () => void): readonly [string, string?] => {
  try {
    take();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.pointer];
    throw error;
  }
  return ['nothing'];
};
