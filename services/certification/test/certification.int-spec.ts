import {
  accepted,
  anEnterprise,
  cancelled,
  eventually,
  JobDesk,
  staffOfInstitution,
  ticketsOf,
  type HttpClient,
} from '@nqi/test-kit';
import { definition } from '../src/definition.js';

const INSTITUTION = 'ORG028';
const aTicket = ticketsOf('certification', INSTITUTION);

const JOBS = '/api/v1/certification/jobs';
const QMS = { certification: [{ ref: 'QMS', effective_personnel: 50 }] };
const MINOR = { scheme: 'QMS', clause: '7.1.5', grade: 'minor', description: '卡尺超过校准有效期' };

type Body = Record<string, unknown>;

let desk: JobDesk;
let service: JobDesk['service'];
let hands: JobDesk['hands'];
let enterprise: HttpClient;

beforeAll(async () => {
  desk = await JobDesk.start(definition, 'certification', INSTITUTION);
  ({ service, hands } = desk);
  enterprise = hands.client;
});

afterAll(() => desk.stop());

const opened = (...acceptance: Parameters<JobDesk['opened']>) => desk.opened(...acceptance);
const typesOf = (jobId: string) => desk.typesOf(jobId);
const jobOf = (jobId: string) => desk.job(jobId);
const step = (jobId: string, changes: Body = {}) => desk.step(jobId, (body) => Object.assign(body, changes));
const until = (jobId: string, status: string) => desk.stepUntil(jobId, status);
const toTheEnd = (jobId: string) => desk.toTheEnd(jobId);

describe('an audit', () => {
  it('with a finding goes through client, auditor, reviewer and approver to a certificate anyone can verify', async () => {
    const jobId = await opened(aTicket('CER-003'), QMS);
    await until(jobId, 'STAGE1');
    await step(jobId, { nonconformities: [MINOR] });

    expect(await toTheEnd(jobId)).toEqual([
      'answer-nonconformities',
      'verify-nonconformities',
      'review-file',
      'decide',
    ]);

    const job = await jobOf(jobId);
    expect(job.status).toBe('CERTIFIED');
    const certificate = job.deliverables.find(({ kind }: Body) => kind === 'certification-certificate');
    expect(certificate.number).toMatch(/^ZZ-RZ-ZS-\d{4}-\d{6}$/);
    const anyone = await service.as();
    const verified = await anyone.get(
      `/api/v1/public/deliverables/${certificate.number}?code=${certificate.verifyCode}`,
    );
    expect(verified.body).toMatchObject({ genuine: true, validUntil: certificate.validUntil });
    const paper = await enterprise.get(`/api/v1/certification/deliverables/${certificate.id}/document`);
    expect(paper.status).toBe(200);
    await eventually(() => expect(typesOf(jobId).at(-1)).toBe('JobCompleted'));
    expect(typesOf(jobId).filter((type) => type === 'DeliverableIssued')).toHaveLength(2);
  });

  it('opens once for a ticket that is accepted twice', async () => {
    const ticket = aTicket('CER-003');
    await service.kafka.publish(accepted(ticket, QMS));
    const jobId = await opened(ticket, QMS);

    await eventually(() => expect(typesOf(jobId)).toEqual(['JobOpened', 'JobAdvanced']));
  });

  it('ends with its ticket', async () => {
    const ticket = aTicket('CER-003');
    const jobId = await opened(ticket, QMS);
    await service.kafka.publish(cancelled(ticket, '撤回'));

    await eventually(async () => expect((await jobOf(jobId)).closedAt).not.toBeNull());
    const late = await hands.technician.post(`${JOBS}/${jobId}/review-application`, {});
    expect([late.status, typesOf(jobId).includes('JobCompleted')]).toEqual([409, false]);
  });

  it('that is turned down ends in a decision with its reasons', async () => {
    const jobId = await opened(aTicket('CER-003'), QMS);
    const [{ schema }] = (await jobOf(jobId)).actions;
    const { reviewedOn } = schema.examples[0];
    await step(jobId, { runningSince: reviewedOn });

    const answer = await hands.approver.post(`${JOBS}/${jobId}/reject-application`, {});

    expect(answer.status).toBe(200);
    expect(await jobOf(jobId)).toMatchObject({
      status: 'REJECTED',
      deliverables: [{ kind: 'certification-decision', conclusion: '不予受理：3项条件不满足' }],
    });
  });

  it('is contracted by the client alone, and decided by nobody who audited', async () => {
    const jobId = await opened(aTicket('CER-003'), QMS);
    await until(jobId, 'CONTRACT_OFFERED');
    const contract = { acceptedBy: '王总', agreed: true };

    const byStaff = await hands.technician.post(`${JOBS}/${jobId}/accept-contract`, contract);
    const byStranger = await (
      await service.as(anEnterprise('91370400MA3N001930'))
    ).post(`${JOBS}/${jobId}/accept-contract`, contract);
    const unwilling = await enterprise.post(`${JOBS}/${jobId}/accept-contract`, { ...contract, agreed: false });
    await until(jobId, 'DECISION');
    const auditor = await service.as(staffOfInstitution(INSTITUTION, 'approver', { username: 'zhang' }));
    const byAuditor = await auditor.post(`${JOBS}/${jobId}/decide`, {});

    expect([byStaff.status, byStranger.status, unwilling.status]).toEqual([403, 404, 400]);
    expect([byAuditor.status, byAuditor.body.type]).toEqual([403, 'JOB.DUTIES_NOT_SEPARATE']);
  });

  it('names the field that is wrong, whether by form or by rule', async () => {
    const jobId = await opened(aTicket('CER-003'), QMS);
    await until(jobId, 'CONTRACTED');
    const [{ schema }] = (await jobOf(jobId)).actions;
    const [example] = schema.examples;
    const plan = (fields: Body) => hands.technician.post(`${JOBS}/${jobId}/plan-audit`, { ...example, ...fields });

    const malformed = await plan({ stage1: { from: 'soon', to: example.stage1.to }, extra: 1 });
    const reduced = await plan({ days: [{ ...example.days[0], totalDays: '3.4', reason: '单一场所' }] });

    expect(malformed.status).toBe(400);
    expect(malformed.body.errors.map(({ pointer }: Body) => pointer).sort()).toEqual(['/extra', '/stage1/from']);
    expect([reduced.status, reduced.body.type]).toEqual([422, 'CERTIFICATION.REDUCED_TOO_FAR']);
    expect(JSON.stringify(reduced.body)).toContain('/days/0/totalDays');
  });
});

describe('guidance', () => {
  it('ends in a service report', async () => {
    const jobId = await opened(aTicket('CER-001'), { certification: [{ ref: 'CCC-08', effective_personnel: 120 }] });

    expect(await toTheEnd(jobId)).toEqual(['advise', 'review-report', 'issue-report']);
    expect(await jobOf(jobId)).toMatchObject({ deliverables: [{ kind: 'service-report' }] });
  });
});
