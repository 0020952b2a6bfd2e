import { createHash } from 'node:crypto';
import {
  accepted,
  anEnterprise,
  askAboutPerson,
  cancelled,
  eventually,
  JobDesk,
  NODE_PATH,
  staffOf,
  staffOfInstitution,
  ticketsOf,
  USCC,
  type HttpClient,
} from '@nqi/test-kit';
import { definition } from '../src/definition.js';

const INSTITUTION = 'ORG005';
const aTicket = ticketsOf('metrology', INSTITUTION);

const JOBS = '/api/v1/metrology/jobs';
const SCALES = {
  instruments: [{ ref: 'MI004', name: '数字指示秤', qty: 3, model: 'M599', serials_from: 'S55244' }],
};

let desk: JobDesk;
let service: JobDesk['service'];
let events: JobDesk['events'];
let hands: JobDesk['hands'];
let enterprise: HttpClient;

beforeAll(async () => {
  desk = await JobDesk.start(definition, 'metrology', INSTITUTION);
  ({ service, events, hands } = desk);
  enterprise = hands.client;
});

afterAll(() => desk.stop());

const opened = (...acceptance: Parameters<JobDesk['opened']>) => desk.opened(...acceptance);
const typesOf = (jobId: string) => desk.typesOf(jobId);
const step = (...performed: Parameters<JobDesk['step']>) => desk.step(...performed);
const stepUntil = (jobId: string, status: string) => desk.stepUntil(jobId, status);

describe('a mandatory verification', () => {
  it('is worked by three people, certified, kept in the ledger and told to everybody', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);

    expect(await desk.toTheEnd(jobId)).toEqual(['receive', 'prepare', 'measure', 'check', 'approve', 'hand-over']);

    const { body: job } = await enterprise.get(`${JOBS}/${jobId}`);
    expect(job).toMatchObject({ status: 'RETURNED_TO_CLIENT', actions: [] });
    expect(job.people.technician.name).toBe('zhang');
    expect(job.deliverables).toHaveLength(1);
    const [certificate] = job.deliverables;
    expect(certificate.number).toMatch(/^ZZ-JL-JD-\d{4}-000001$/);

    await eventually(() => expect(typesOf(jobId).at(-1)).toBe('JobCompleted'));
    expect(typesOf(jobId).filter((type) => type !== 'JobAdvanced')).toEqual([
      'JobOpened',
      'DeliverableIssued',
      'JobCompleted',
    ]);
    expect(events.find(({ key, type }) => key === jobId && type.endsWith('JobCompleted'))?.content).toMatchObject({
      deliverableNumbers: [certificate.number],
    });

    const kept = await askAboutPerson(service, 'erasure', { userId: 'nobody', username: 'zhang' });
    expect(kept.find(({ what }) => what.en === 'Jobs worked on')).toMatchObject({ kept: 1 });
    const told = await askAboutPerson(service, 'export', { userId: 'nobody', username: 'zhang' });
    expect(told.find(({ what }) => what.en === 'Steps of jobs')?.rows?.length).toBeGreaterThan(2);

    const { body: ledger } = await enterprise.get('/api/v1/metrology/instruments');
    expect(ledger.items).toMatchObject(
      ['S55244', 'S55245', 'S55246'].map((serial) => ({ serial, status: 'IN_USE', lastNumber: certificate.number })),
    );
  });

  it('hands the certificate to those concerned, and anyone with number and code can check it', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);
    await stepUntil(jobId, 'CERT_ISSUED');
    const { body } = await enterprise.get(`${JOBS}/${jobId}`);
    const { id, number, verifyCode, sha256 } = body.deliverables[0];
    const anyone = await service.as();

    const pdf = await fetch(`${service.url}/api/v1/metrology/deliverables/${id}/document`, {
      headers: { authorization: `Bearer ${await service.token(anEnterpriseOf())}` },
    });
    const bytes = Buffer.from(await pdf.arrayBuffer());
    const genuine = await anyone.get(`/api/v1/public/deliverables/${number}?code=${verifyCode}`);
    const forged = await anyone.get(`/api/v1/public/deliverables/${number}?code=AAAAAAAA`);

    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(genuine.body).toMatchObject({ genuine: true, number, conclusion: '合格，准予使用：数字指示秤 3 台(件)' });
    expect(forged.status).toBe(404);
  });

  it('gives notice of a failed instrument, which the ledger no longer lets be used', async () => {
    const jobId = await opened(aTicket('MET-001'), {
      instruments: [{ ...SCALES.instruments[0], qty: 2, serials_from: 'F100' }],
    });
    await stepUntil(jobId, 'VERIFYING');
    await step(jobId, (body) => (body.groups[0].instruments[1].readings[0] = '99'));
    await stepUntil(jobId, 'NOTICE_ISSUED');

    const { body: job } = await enterprise.get(`${JOBS}/${jobId}`);
    const { body: failed } = await enterprise.get('/api/v1/metrology/instruments?status=FAILED');
    expect(job.deliverables.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'result-notice',
      'verification-certificate',
    ]);
    expect(failed.items).toMatchObject([{ serial: 'F101', status: 'FAILED', validUntil: null }]);
  });

  it('opens once, however often its ticket is said to be accepted', async () => {
    const ticket = aTicket('MET-001');
    const message = accepted(ticket, SCALES);
    const eventId = await service.kafka.publish(message);
    await service.kafka.publish(message, eventId);
    await service.kafka.publish(message);
    const jobId = await opened(ticket, SCALES);

    await eventually(() => expect(typesOf(jobId)).toEqual(['JobOpened', 'JobAdvanced']));
  });

  it('leaves tickets of other domains alone', async () => {
    const other = aTicket('TST-001', 'testing');
    await service.kafka.publish(accepted(other, {}));
    await opened(aTicket('MET-001'), SCALES);

    const { body } = await enterprise.get(`${JOBS}?ticketId=${other.ticketId}`);
    expect(body.items).toEqual([]);
  });

  it('ends with its ticket', async () => {
    const ticket = aTicket('MET-001');
    const jobId = await opened(ticket, SCALES);
    await service.kafka.publish(cancelled(ticket, '企业撤回'));

    await eventually(async () => {
      const { body } = await enterprise.get(`${JOBS}/${jobId}`);
      expect(body.closedAt).not.toBeNull();
    });
    const answer = await hands.technician.post(`${JOBS}/${jobId}/receive`, {
      receivedOn: '2026-11-24',
      condition: '完好',
    });
    expect([answer.status, answer.body.type]).toEqual([409, 'JOB.ACTION_NOT_ALLOWED']);
  });
});

describe('the doors of a job', () => {
  it('keep a second duty from the person who holds the first', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);
    await stepUntil(jobId, 'MEASURED');
    const zhang = staffOfInstitution(INSTITUTION, 'reviewer', { username: 'zhang', displayName: 'zhang' });

    const answer = await (await service.as(zhang)).post(`${JOBS}/${jobId}/check`, {});

    expect([answer.status, answer.body.type]).toEqual([403, 'JOB.DUTIES_NOT_SEPARATE']);
  });

  it('name the field of a body that is wrong', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);

    const answer = await hands.technician.post(`${JOBS}/${jobId}/receive`, {
      receivedOn: 'yesterday',
    });

    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/condition',
      '/receivedOn',
    ]);
  });

  it('name the figure that cannot be right', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);
    await stepUntil(jobId, 'VERIFYING');
    const { body: job } = await enterprise.get(`${JOBS}/${jobId}`);
    const body = structuredClone(job.actions[0].schema.examples[0]);
    body.groups[0].points[0].mpe = '0';

    const answer = await hands.technician.post(`${JOBS}/${jobId}/measure`, body);

    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/groups/0/points/0/mpe']);
  });

  it('refuse text that no database can hold', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);
    const body = { receivedOn: '2026-11-24', condition: 'a\u0000b' };

    expect((await hands.technician.post(`${JOBS}/${jobId}/receive`, body)).status).toBe(400);
  });

  it('refuse a step on a version that is no longer the latest', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);
    await step(jobId);
    const { body: job } = await enterprise.get(`${JOBS}/${jobId}`);

    const answer = await hands.technician.post(`${JOBS}/${jobId}/prepare`, job.actions[0].schema.examples[0], {
      'if-match': '"0"',
    });

    expect(answer.status).toBe(412);
  });

  it('stay shut to other enterprises, institutions and offices', async () => {
    const jobId = await opened(aTicket('MET-001'), SCALES);
    const strangers = [
      anEnterprise('91370400MA3N001930'),
      staffOfInstitution('ORG011', 'technician'),
      staffOf('PROV-370000/HUB-370400/WS-370402'),
    ];

    for (const stranger of strangers) {
      const client = await service.as(stranger);
      expect((await client.get(`${JOBS}/${jobId}`)).status).toBe(404);
      expect((await client.get('/api/v1/metrology/instruments')).body.items).toEqual([]);
    }
    const foreign = await service.as(staffOfInstitution('ORG011', 'technician'));
    expect((await foreign.post(`${JOBS}/${jobId}/receive`, { receivedOn: '2026-11-24', condition: 'x' })).status).toBe(
      404,
    );
    expect((await (await service.as(staffOf(NODE_PATH))).get(`${JOBS}/${jobId}`)).status).toBe(200);
    expect((await (await service.as()).get(`${JOBS}/${jobId}`)).status).toBe(401);
  });
});

describe('other services of the catalogue', () => {
  it('calibrate on site', async () => {
    const form = { instruments: [{ ref: 'CI001', name: '游标卡尺', qty: 2, range: '0~300', accuracy: '±0.03 mm' }] };
    const jobId = await opened(aTicket('MET-004'), form, 'on-site');
    await stepUntil(jobId, 'RETURNED_TO_CLIENT');

    const { body } = await enterprise.get(`${JOBS}/${jobId}`);
    expect(body.deliverables).toMatchObject([{ kind: 'calibration-certificate', validUntil: null }]);
  });

  it('end in advice where there is nothing to measure', async () => {
    const jobId = await opened(aTicket('MET-009'), { note: '请辅导C标志自我声明' });
    await stepUntil(jobId, 'ADVICE_ISSUED');

    const { body } = await enterprise.get(`${JOBS}/${jobId}`);
    expect(body.deliverables).toMatchObject([{ kind: 'service-report' }]);
  });
});

describe('the ledger', () => {
  it('is read page by page, soonest due first', async () => {
    const first = await enterprise.get('/api/v1/metrology/instruments?limit=2');
    const second = await enterprise.get(`/api/v1/metrology/instruments?limit=2&cursor=${first.body.nextCursor}`);
    const serials = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);

    expect(new Set(serials).size).toBe(4);
    expect((await enterprise.get('/api/v1/metrology/instruments?status=LOST')).status).toBe(400);
  });
});

const anEnterpriseOf = () => anEnterprise(USCC);
