import { createHash } from 'node:crypto';
import {
  accepted,
  anEnterprise,
  cancelled,
  eventually,
  JobDesk,
  NODE_PATH,
  replaced,
  staffOf,
  staffOfInstitution,
  ticketsOf,
  type HttpClient,
} from '@nqi/test-kit';
import { definition } from '../src/definition.js';

const INSTITUTION = 'ORG006';
const aTicket = ticketsOf('testing', INSTITUTION);

const JOBS = '/api/v1/testing/jobs';
const FLOUR = {
  tests: [{ ref: 'TP027', product: '小麦粉', standard: 'GB/T 1355-2021', items: ['TP027-01', 'TP027-03'], samples: 2 }],
};

let desk: JobDesk;
let service: JobDesk['service'];
let events: JobDesk['events'];
let hands: JobDesk['hands'];
let enterprise: HttpClient;

beforeAll(async () => {
  desk = await JobDesk.start(definition, 'testing', INSTITUTION);
  ({ service, events, hands } = desk);
  enterprise = hands.client;
});

afterAll(() => desk.stop());

const opened = (...acceptance: Parameters<JobDesk['opened']>) => desk.opened(...acceptance);
const typesOf = (jobId: string) => desk.typesOf(jobId);
const step = (...performed: Parameters<JobDesk['step']>) => desk.step(...performed);
const stepUntil = (jobId: string, status: string) => desk.stepUntil(jobId, status);
const jobOf = (jobId: string) => desk.job(jobId);

describe('a commissioned test', () => {
  it('is worked by three people, reported and told to everybody', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);

    expect(await desk.toTheEnd(jobId)).toEqual([
      'review-contract',
      'record-signature',
      'receive-samples',
      'assign-task',
      'record-results',
      'review-data',
      'approve-report',
      'deliver',
    ]);

    const job = await jobOf(jobId);
    const [report] = job.deliverables;
    expect(job).toMatchObject({ status: 'DELIVERED', actions: [] });
    expect([job.people.technician.name, job.people.reviewer.name, job.people.approver.name]).toEqual([
      'zhang',
      'li',
      'wang',
    ]);
    expect(job.deliverables).toHaveLength(1);
    expect(report.number).toMatch(/^ZZ-JC-BG-\d{4}-000001$/);
    expect(report.conclusion).toBe('小麦粉：合格(所检 2 项均符合 GB/T 1355-2021 要求)');

    await eventually(() => expect(typesOf(jobId).at(-1)).toBe('JobCompleted'));
    expect(typesOf(jobId).filter((type) => type !== 'JobAdvanced')).toEqual([
      'JobOpened',
      'DeliverableIssued',
      'JobCompleted',
    ]);
    expect(events.find(({ key, type }) => key === jobId && type.endsWith('JobCompleted'))?.content).toMatchObject({
      deliverableNumbers: [report.number],
    });
  });

  it('gives a report whose bytes are those that were hashed, and that anyone with number and code can check', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    await stepUntil(jobId, 'ISSUED');
    const { id, number, verifyCode, sha256 } = (await jobOf(jobId)).deliverables[0];
    const anyone = await service.as();

    const pdf = await fetch(`${service.url}/api/v1/testing/deliverables/${id}/document`, {
      headers: { authorization: enterprise.authorization },
    });
    const bytes = Buffer.from(await pdf.arrayBuffer());
    const genuine = await anyone.get(`/api/v1/public/deliverables/${number}?code=${verifyCode}`);
    const forged = await anyone.get(`/api/v1/public/deliverables/${number}?code=AAAAAAAA`);

    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(genuine.body).toMatchObject({ genuine: true, number, kind: 'test-report' });
    expect(forged.status).toBe(404);
  });

  it('fails a product for one result and may be signed by the client', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    await step(jobId);
    await step(jobId, undefined, 'sign-contract');
    await stepUntil(jobId, 'TASK_ASSIGNED');
    await step(jobId, (body) => (body['lines'][0].items[1].values[1] = '0.2'));
    await stepUntil(jobId, 'ISSUED');

    const [report] = (await jobOf(jobId)).deliverables;
    expect(report.conclusion).toBe('小麦粉：不合格(镉不符合 GB/T 1355-2021 要求)');
  });

  it('opens once, however often its ticket is said to be accepted', async () => {
    const ticket = aTicket('TST-001');
    const message = accepted(ticket, FLOUR);
    const eventId = await service.kafka.publish(message);
    await service.kafka.publish(message, eventId);
    await service.kafka.publish(message);
    const jobId = await opened(ticket, FLOUR);

    await eventually(() => expect(typesOf(jobId)).toEqual(['JobOpened', 'JobAdvanced']));
  });

  it('leaves tickets of other domains alone', async () => {
    const other = aTicket('MET-001', 'metrology');
    await service.kafka.publish(accepted(other, {}));
    await opened(aTicket('TST-001'), FLOUR);

    const { body } = await enterprise.get(`${JOBS}?ticketId=${other.ticketId}`);
    expect(body.items).toEqual([]);
  });

  it('is handed on when another institution gets the order, whose job begins anew, once', async () => {
    const ticket = aTicket('TST-001');
    const first = await opened(ticket, FLOUR);
    const to = { institutionId: 'ORG011', institutionName: '滕州市检验检测中心', version: ticket.version + 3 };
    const order = replaced(ticket, to, FLOUR);
    await service.kafka.publish(order);
    await service.kafka.publish(replaced(ticket, to, FLOUR));
    await service.kafka.publish(accepted(ticket, FLOUR));

    const jobs = async () => (await enterprise.get(`${JOBS}?ticketId=${ticket.ticketId}`)).body.items;
    await eventually(async () => expect(await jobs()).toHaveLength(2));
    const last = aTicket('TST-001');
    await opened(last, FLOUR);

    expect(await jobs()).toHaveLength(2);
    const next = (await jobs()).find(({ id }: { id: string }) => id !== first);
    expect(next).toMatchObject({ institutionId: 'ORG011', closedAt: null });
    const ended = await jobOf(first);
    expect(ended).toMatchObject({ institutionId: INSTITUTION, closedAt: expect.any(String), actions: [] });
    expect(ended.history.at(-1)).toMatchObject({ action: 'hand-on' });
    expect((await hands.technician.get(`${JOBS}/${next.id}`)).status).toBe(404);
    expect(typesOf(first)).toContain('JobCancelled');
    expect(
      await service.query('SELECT 1 FROM job WHERE ticket_id = $1 AND closed_at IS NULL', [ticket.ticketId]),
    ).toHaveLength(1);
  });

  it('ends with its ticket', async () => {
    const ticket = aTicket('TST-001');
    const jobId = await opened(ticket, FLOUR);
    const { actions } = await jobOf(jobId);
    await service.kafka.publish(cancelled(ticket, '企业撤回'));

    await eventually(async () => expect((await jobOf(jobId)).closedAt).not.toBeNull());
    const path = `${JOBS}/${jobId}/review-contract`;
    const answer = await hands.technician.post(path, actions[0].schema.examples[0]);
    expect([answer.status, answer.body.type]).toEqual([409, 'JOB.ACTION_NOT_ALLOWED']);
  });
});

describe('the doors of a job', () => {
  it('keep a second duty from the person who holds the first', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    await stepUntil(jobId, 'DATA_REVIEW');
    const zhang = staffOfInstitution(INSTITUTION, 'reviewer', { username: 'zhang', displayName: 'zhang' });

    const answer = await (await service.as(zhang)).post(`${JOBS}/${jobId}/review-data`, {});

    expect([answer.status, answer.body.type]).toEqual([403, 'JOB.DUTIES_NOT_SEPARATE']);
  });

  it('keep a duty from a role that has none', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    const { actions } = await jobOf(jobId);

    const answer = await enterprise.post(`${JOBS}/${jobId}/review-contract`, actions[0].schema.examples[0]);

    expect(answer.status).toBe(403);
  });

  it('name the field of a body that is wrong', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    await stepUntil(jobId, 'SAMPLE_RECEIVED');

    const answer = await hands.technician.post(`${JOBS}/${jobId}/assign-task`, {
      temperature: 'warm',
      humidity: '50',
      equipment: [{ name: '烘箱', no: 'E1', validUntil: 'soon' }],
    });

    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/equipment/0/validUntil',
      '/temperature',
    ]);
  });

  it('name the result that cannot be read', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    await stepUntil(jobId, 'TASK_ASSIGNED');
    const { actions } = await jobOf(jobId);
    const body = structuredClone(actions[0].schema.examples[0]);
    body.lines[0].items[1].values[0] = '微量';

    const answer = await hands.technician.post(`${JOBS}/${jobId}/record-results`, body);

    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/lines/0/items/1/values/0']);
  });

  it('refuse a step on a version that is no longer the latest', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    await step(jobId);
    const body = { signedBy: '甲方', signedOn: '2026-11-24' };

    const answer = await hands.technician.post(`${JOBS}/${jobId}/record-signature`, body, {
      'if-match': '"0"',
    });

    expect(answer.status).toBe(412);
  });

  it('stay shut to other enterprises, institutions and offices', async () => {
    const jobId = await opened(aTicket('TST-001'), FLOUR);
    const strangers = [
      anEnterprise('91370400MA3N001930'),
      staffOfInstitution('ORG004', 'technician'),
      staffOf('PROV-370000/HUB-370400/WS-370402'),
    ];

    for (const stranger of strangers) {
      expect((await (await service.as(stranger)).get(`${JOBS}/${jobId}`)).status).toBe(404);
    }
    expect((await (await service.as(staffOf(NODE_PATH))).get(`${JOBS}/${jobId}`)).status).toBe(200);
    expect((await (await service.as()).get(`${JOBS}/${jobId}`)).status).toBe(401);
  });
});

describe('other services of the catalogue', () => {
  it('test on site', async () => {
    const form = {
      tests: [
        { ref: 'TP040', product: '立式加工中心', standard: 'GB/T 18400.4-2010', items: ['TP040-01'], samples: 1 },
      ],
    };
    const jobId = await opened(aTicket('TST-004'), form, 'on-site');
    await stepUntil(jobId, 'DELIVERED');

    const job = await jobOf(jobId);
    expect(job.data.receipt.source).toBe('on-site');
    expect(job.deliverables).toMatchObject([{ kind: 'test-report' }]);
  });

  it('end in advice where nothing is tested', async () => {
    const jobId = await opened(aTicket('TST-009'), { note: '预约扫描电镜' });
    await stepUntil(jobId, 'ADVICE_ISSUED');

    expect((await jobOf(jobId)).deliverables).toMatchObject([{ kind: 'service-report' }]);
  });
});
