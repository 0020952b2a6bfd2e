import { TOPICS } from '@nqi/contracts';
import { eventually, type HttpClient } from '@nqi/test-kit';
import { ReminderRepository } from '../src/network/reminders.repository.js';
import { anItem } from './builders/events.js';
import { COUNTY, HUB, TestRouting } from './builders/service.js';

const PATH = '/api/v1/network/institutions';

describe('editing institutions', () => {
  let routing: TestRouting;
  let administrator: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    administrator = await routing.as(HUB, 'administrator', 'administrator');
  });
  afterAll(() => routing.stop());

  const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    administrator.send(method, `${PATH}${path}`, JSON.stringify(body ?? {}), {
      'content-type': 'application/json',
      ...headers,
    });

  it('keeps the official class and the own grade apart', async () => {
    const official = { riskClass: 'B', riskClassSource: 'SAMR', riskClassDate: '2026-03-01' };
    const half = await send('PATCH', '/ORG005', { riskClass: 'B' });
    const whole = await send('PATCH', '/ORG005', { ...official, serviceGrade: 'A' });

    expect([half.status, half.body.type]).toEqual([422, 'INSTITUTION.RISK_CLASS']);
    expect(whole.body).toMatchObject({ ...official, serviceGrade: 'A' });
  });

  it('suspends with a reason only, and says who did it', async () => {
    const silent = await send('POST', '/ORG006/standing', { step: 'suspend' });
    const told = await send('POST', '/ORG006/standing', { step: 'suspend', reason: '整改' });
    const back = await send('POST', '/ORG006/standing', { step: 'reinstate', reason: '整改完成' });

    expect([silent.status, silent.body.type]).toEqual([422, 'INSTITUTION.REASON_NEEDED']);
    expect(told.body).toMatchObject({ stage: 'SUSPENDED', active: false, suspendedReason: '整改' });
    expect(back.body).toMatchObject({ stage: 'REINSTATED', active: true });
    expect(back.body).not.toHaveProperty('suspendedReason');
    expect((await administrator.get(`${PATH}/ORG006/history`)).body.items).toMatchObject([
      { version: 3, action: 'reinstate', actor: 'administrator' },
      { version: 2, action: 'suspend', reason: '整改', before: { stage: 'ONLINE' } },
    ]);
  });

  it('takes qualifications with well-formed numbers, and moves them', async () => {
    const licence = { kind: 'CMA', number: '241500202345', validFrom: '2024-01-01', validUntil: '2029-12-31' };
    const key = { kind: licence.kind, number: licence.number };
    const wrong = await send('POST', '/ORG005/qualifications', { ...licence, number: '123' });
    const added = await send('POST', '/ORG005/qualifications', licence);
    const again = await send('POST', '/ORG005/qualifications', licence);
    const illegal = await send('PATCH', '/ORG005/qualifications', { ...key, move: 'reinstate' });
    const revoked = await send('PATCH', '/ORG005/qualifications', { ...key, move: 'revoke', reason: '注销' });

    expect([wrong.status, wrong.body.type]).toEqual([422, 'QUALIFICATION.BAD_NUMBER']);
    expect([added.status, again.status, illegal.status, revoked.status]).toEqual([201, 409, 409, 200]);
    expect(revoked.body.qualifications).toContainEqual(expect.objectContaining({ ...licence, status: 'REVOKED' }));
  });

  it('edits rows of the capability scope, and refuses who has not seen the newest', async () => {
    const etag = (await administrator.get(`${PATH}/ORG011`)).headers.get('etag') ?? '';
    const row = { domain: 'metrology', categories: ['天平'] };
    const set = await send('PUT', '/ORG011/capabilities/MET-009', row, { 'if-match': etag });
    const late = await send('PUT', '/ORG011/capabilities/MET-009', row, { 'if-match': etag });
    const dropped = await send('DELETE', '/ORG011/capabilities/MET-009');

    expect(set.body.capabilities).toContainEqual({ ...row, serviceCode: 'MET-009' });
    expect(late.status).toBe(412);
    expect(dropped.body.capabilities).not.toContainEqual(expect.objectContaining({ serviceCode: 'MET-009' }));
  });

  it('keeps the scope of a capability row by row, and routes by what was said last', async () => {
    const path = '/ORG039/capabilities/MET-003/scope';
    const before = await administrator.get(`${PATH}${path}`);
    const row = {
      object: 'CI033',
      range: { low: 0, high: 600, unit: 'kN' },
      uncertainty: { value: 0.3, unit: '%', k: 2 },
    };
    const unsound = { ...row, range: { ...row.range, unit: '坪' } };
    const wrong = await send('PUT', path, { rows: [row, unsound] });
    const etag = before.headers.get('etag') ?? '';
    const set = await send('PUT', path, { rows: [row] }, { 'if-match': etag });
    const late = await send('PUT', path, { rows: [] }, { 'if-match': etag });

    expect(before.body.rows.length).toBeGreaterThan(30);
    expect(before.body.rows).toContainEqual(
      expect.objectContaining({ object: 'CI001', method: 'JJG 30-2012', demo: true }),
    );
    expect([wrong.status, wrong.body.type]).toEqual([422, 'SCOPE.UNKNOWN_UNIT']);
    expect(wrong.body.errors).toMatchObject([{ pointer: '/rows/1/range/unit' }]);
    expect([set.status, set.body.rows]).toEqual([200, [{ ...row, demo: false }]]);
    expect(late.status).toBe(412);

    const calibration = {
      serviceCode: 'MET-003',
      form: (range: string) => ({ instruments: [{ ref: 'CI033', qty: 1, range }] }),
    };
    const within = anItem({ serviceCode: 'MET-003', form: calibration.form('(10~500000)N') });
    const beyond = anItem({ serviceCode: 'MET-003', form: calibration.form('0~1000') });
    const tickets = await routing.route(within, beyond);
    const clerk = await routing.as(COUNTY);
    const verdicts = await Promise.all(
      tickets.map(async (id) => {
        const { body } = await clerk.get(`/api/v1/tickets/${id}/decision`);
        return body.candidates.find((each: { institutionId: string }) => each.institutionId === 'ORG039').verdicts;
      }),
    );
    expect(verdicts).toMatchObject([
      { object: 'PASS', range: 'PASS', uncertainty: 'NOT_KNOWN' },
      { object: 'PASS', range: 'OUT_OF_RANGE' },
    ]);
    const unlimited = await send('PUT', path, { rows: [] });
    expect(unlimited.body.rows).toEqual([]);
    expect((await send('PUT', '/ORG039/capabilities/MET-001/scope', { rows: [] })).body.type).toBe(
      'CAPABILITY.UNKNOWN',
    );
  });

  it('notes a qualification once however often it is sent, and takes optional facts away by null', async () => {
    const licence = { kind: 'CMA', number: '241500202396', validFrom: '2034-01-01', validUntil: '2040-06-30' };
    const key = { 'idempotency-key': 'q-1' };
    const first = await send('POST', '/ORG012/qualifications', licence, key);
    const again = await send('POST', '/ORG012/qualifications', licence, key);
    const anew = await send('POST', '/ORG012/qualifications', licence);
    const other = await send('POST', '/ORG012/qualifications', { ...licence, validUntil: '2041-06-30' }, key);

    expect([first.status, again.status, anew.status, other.status]).toEqual([201, 201, 409, 422]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    const { kind, number } = licence;
    const open = await send('PATCH', '/ORG012/qualifications', { kind, number, validUntil: null });
    const noted = open.body.qualifications.find((each: { number: string }) => each.number === number);
    expect(noted).not.toHaveProperty('validUntil');

    const graded = await send('PATCH', '/ORG012', { serviceGrade: 'B', coverageNodeCode: 'WS-370481' });
    expect(graded.body).toMatchObject({ serviceGrade: 'B', coverageNodeCode: 'WS-370481' });
    const bare = await send('PATCH', '/ORG012', { serviceGrade: null, coverageNodeCode: null });
    expect(bare.body).not.toHaveProperty('serviceGrade');
    expect(bare.body).not.toHaveProperty('coverageNodeCode');
    const { status, body } = await send('PATCH', '/ORG012', { name: null });
    expect([status, body.type]).toEqual([422, 'NETWORK.NOT_CLEARABLE']);
  });

  it('reminds of an end once, whoever asks at the same moment, and not of a term that was renewed', async () => {
    const reminders = routing.service.app.get(ReminderRepository);
    const licence = { kind: 'CMA', number: '241500202399', validFrom: '2034-01-01', validUntil: '2040-06-30' };
    const renewed = { ...licence, number: '241500202398' };
    await send('POST', '/ORG011/qualifications', licence);
    await send('POST', '/ORG011/qualifications', renewed);
    const { kind, number } = renewed;
    await send('PATCH', '/ORG011/qualifications', { kind, number, validUntil: '2046-06-30' });
    const now = new Date();
    const fire = (day: string) => Promise.all([1, 2, 3].map(() => reminders.fireDue(day, now)));
    await fire('2040-01-01');

    const numbers = async (day: string) => (await fire(day)).flat().map((fired) => `${fired.number} ${fired.days}`);
    expect(await numbers('2040-03-02')).toEqual(['241500202399 120']);
    expect(await numbers('2040-03-02')).toEqual([]);
    expect(await numbers('2040-04-01')).toEqual(['241500202399 90']);
    expect((await administrator.get('/api/v1/network/reminders')).body.items.length).toBeGreaterThan(1);
  });

  it('reminds of what was registered late by the nearest step only, and tells whom it concerns', async () => {
    const told = await routing.service.kafka.watch(TOPICS.network.name);
    const reminders = routing.service.app.get(ReminderRepository);
    const late = { kind: 'CMA', number: '241500202397', validFrom: '2044-01-01', validUntil: '2050-06-30' };
    await send('POST', '/ORG011/qualifications', late);
    const fire = async (day: string) =>
      (await reminders.fireDue(day, new Date())).filter(({ number }) => number === late.number).map(({ days }) => days);

    expect(await fire('2050-06-20')).toEqual([30]);
    // Another edit writes the steps anew; those that are past stay past.
    await send('PATCH', '/ORG011', { scope: '检定校准' });
    expect(await fire('2050-06-20')).toEqual([]);
    expect(await fire('2050-06-23')).toEqual([7]);
    await eventually(() => {
      const news = told.filter(({ type }) => type.endsWith('QualificationExpiring')).map(({ content }) => content);
      const mine = news.filter((each) => each.number === late.number);
      expect(mine).toMatchObject([
        { code: 'ORG011', days: 30, validUntil: '2050-06-30', homePath: expect.stringMatching(/^PROV-370000/) },
        { days: 7 },
      ]);
    });
  });
});
