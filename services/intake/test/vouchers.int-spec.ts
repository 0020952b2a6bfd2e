import { TOPICS } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TestService, aPrincipal, eventually, staffOfInstitution, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { VoucherRepository } from '../src/vouchers/voucher.repository.js';
import { ATicket, enterpriseRegistered, type FiledItem } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { OWN, auditor, clerk, dispatcher, owner, stranger } from './builders/offices.js';

const PROGRAMMES = '/api/v1/voucher-programmes';
const VOUCHERS = '/api/v1/vouchers';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('Vouchers pay a part of orders', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let office: HttpClient;
  let treasury: HttpClient;
  let events: Awaited<ReturnType<TestService['kafka']['watch']>>;
  const administrator = aPrincipal({ roles: ['administrator'] });

  beforeAll(async () => {
    service = await TestService.start(definition);
    events = await service.kafka.watch(TOPICS.voucher.name);
    enterprise = await service.as(owner);
    office = await service.as(clerk);
    treasury = await service.as(administrator);
    await service.kafka.publish(enterpriseRegistered(OWN.uscc, OWN.name));
    await eventually(async () => {
      expect(await service.query('SELECT 1 FROM enterprise WHERE uscc = $1', [OWN.uscc])).toHaveLength(1);
    });
  });

  afterAll(() => service?.stop());

  const programmeOf = (changes = {}, by = treasury) =>
    by.post(PROGRAMMES, {
      nameZh: '质量券',
      nameEn: 'Quality voucher',
      kind: 'quality',
      budgetFen: 100_000,
      sharePercent: 30,
      capFen: 20_000,
      domains: ['metrology'],
      firstDay: inDays(-2),
      lastDay: inDays(30),
      legalBasis: '专项资金管理办法',
      ...changes,
    });
  const grant = (programmeId: string, amountFen = 20_000) =>
    treasury.post(`${PROGRAMMES}/${programmeId}/vouchers`, { enterpriseUscc: OWN.uscc, amountFen });
  const aVoucher = async (changes = {}): Promise<string> => (await grant((await programmeOf(changes)).body.id)).body.id;
  const statusOf = async (id: string) => (await enterprise.get(`${VOUCHERS}/${id}`)).body.status;
  const step = (client: HttpClient, id: string, name: string, body = {}) =>
    client.post(`${VOUCHERS}/${id}/${name}`, body);

  /** An order: an item of calibration with an accepted quote of 333.33 yuan. */
  async function anOrder(): Promise<FiledItem & { ticket: ATicket; quoteId: string }> {
    const { body } = await enterprise.post('/api/v1/requests', aFiling());
    const item = { requestId: body.id as string, itemId: body.items[0].id as string };
    const ticket = new ATicket(item);
    await service.kafka.publish(ticket.routed());
    const quote = {
      itemId: item.itemId,
      lines: [{ what: '校准', quantity: 1, amountFen: 33_333 }],
      validUntil: inDays(9),
    };
    const quoteId = await eventually(async () => {
      const offered = await office.post('/api/v1/quotes', quote);
      expect(offered.status).toBe(201);
      return offered.body.id as string;
    });
    expect((await enterprise.post(`/api/v1/quotes/${quoteId}/accept`)).status).toBe(200);
    return { ...item, ticket, quoteId };
  }

  it('never grants more than the budget, however many grant at once', async () => {
    const { body } = await programmeOf();
    const answers = await Promise.all(Array.from({ length: 50 }, () => grant(body.id, 9_000)));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(11);
    expect(answers.filter(({ body: { type } }) => type === 'VOUCHER_PROGRAMME.BUDGET_PASSED')).toHaveLength(39);
    expect((await treasury.get(`${PROGRAMMES}/${body.id}`)).body.sums).toEqual({
      grantedFen: 99_000,
      lockedFen: 0,
      usedFen: 0,
      settledFen: 0,
      leftFen: 1_000,
    });
    const amend = (budgetFen: number) =>
      treasury.send('PATCH', `${PROGRAMMES}/${body.id}`, JSON.stringify({ budgetFen }), {
        'content-type': 'application/json',
      });
    expect((await amend(98_999)).body.type).toBe('VOUCHER_PROGRAMME.BUDGET_PASSED');
    expect((await amend(99_000)).body.sums.leftFen).toBe(0);
  });

  it('goes from grant to settlement, by two people, with every step on record', async () => {
    const { body: programme } = await programmeOf();
    const id = (await grant(programme.id)).body.id as string;
    const { quoteId, ticket } = await anOrder();
    const institution = await service.as(staffOfInstitution('ORG005', 'technician'));
    expect((await institution.get(`${VOUCHERS}/${id}`)).status).toBe(404);

    const lockedOne = await step(enterprise, id, 'lock', { quoteId });
    expect(lockedOne.body).toMatchObject({ status: 'LOCKED', amountFen: 9_999, actions: [] });
    expect((await step(institution, id, 'apply', { invoiceNo: '12345678' })).body.type).toBe('VOUCHER.ILLEGAL_STEP');
    expect((await step(treasury, id, 'revoke', { reason: 'x' })).body.type).toBe('VOUCHER.ILLEGAL_STEP');
    await service.kafka.publish(ticket.resolved(2));
    await eventually(async () => expect(await statusOf(id)).toBe('USED'));

    expect((await step(await service.as(stranger), id, 'apply', { invoiceNo: '12345678' })).status).toBe(403);
    expect((await step(institution, id, 'apply', { invoiceNo: '12' })).status).toBe(400);
    expect((await step(institution, id, 'apply', { invoiceNo: '12345678' })).body.status).toBe('SETTLEMENT_APPLIED');
    expect((await step(treasury, id, 'refuse', { reason: '发票抬头有误' })).body.status).toBe('USED');
    await step(institution, id, 'apply', { invoiceNo: '87654321' });
    for (const nobody of [auditor, dispatcher]) {
      expect((await step(await service.as(nobody), id, 'settle')).status).toBe(403);
    }
    const settled = await Promise.all([1, 2, 3].map(() => step(treasury, id, 'settle')));
    expect(settled.map(({ status }) => status).sort()).toEqual([200, 409, 409]);

    const { history } = (await treasury.get(`${VOUCHERS}/${id}`)).body;
    expect(history.map((line: { step: string }) => line.step)).toEqual([
      ...['grant', 'lock', 'use', 'apply', 'refuse', 'apply', 'settle'],
    ]);
    // Everything that happened to it was told, once.
    await eventually(async () => expect(events.filter(({ key }) => key === id)).toHaveLength(history.length));
    const { sums, budgetFen } = (await treasury.get(`${PROGRAMMES}/${programme.id}`)).body;
    expect(sums).toMatchObject({ settledFen: 9_999, leftFen: budgetFen - 9_999 });
  });

  it('is settled by nobody who applied for it', async () => {
    const id = await aVoucher();
    const { quoteId, ticket } = await anOrder();
    await step(enterprise, id, 'lock', { quoteId });
    await service.kafka.publish(ticket.resolved(2));
    await eventually(async () => expect(await statusOf(id)).toBe('USED'));
    const both = await service.as(aPrincipal({ roles: ['dispatcher', 'administrator'], username: 'both' }));
    expect((await step(both, id, 'apply', { invoiceNo: '12345678' })).body.actions).toEqual([]);

    expect((await step(both, id, 'settle')).body.type).toBe('VOUCHER.OWN_APPLICATION');
  });

  it('is one for one order, also when several are locked at once, and free again when the item ends otherwise', async () => {
    const programme = (await programmeOf()).body.id as string;
    const ids = await Promise.all([1, 2, 3].map(async () => (await grant(programme)).body.id as string));
    const order = await anOrder();
    const answers = await Promise.all(ids.map((id) => step(enterprise, id, 'lock', { quoteId: order.quoteId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const taken = answers.findIndex(({ status }) => status === 200);
    const other = await anOrder();
    expect((await step(enterprise, ids[taken] ?? '', 'lock', { quoteId: other.quoteId })).status).toBe(409);

    await service.kafka.publish(order.ticket.cancelled(2));
    await eventually(async () => expect(await statusOf(ids[taken] ?? '')).toBe('GRANTED'));
    expect((await step(enterprise, ids[taken] ?? '', 'lock', { quoteId: order.quoteId })).body.type).toBe(
      'VOUCHER.NO_ORDER',
    );
    expect((await step(enterprise, ids[taken] ?? '', 'lock', { quoteId: other.quoteId })).status).toBe(200);
    const { sums } = (await treasury.get(`${PROGRAMMES}/${programme}`)).body;
    expect(sums).toEqual({ grantedFen: 40_000, lockedFen: 20_000, usedFen: 0, settledFen: 0, leftFen: 40_000 });
  });

  it('is nobody else’s, and pays for nothing else', async () => {
    const id = await aVoucher({ domains: ['testing'] });
    const { quoteId } = await anOrder();
    const foreign = await service.as(stranger);
    expect((await foreign.get(`${VOUCHERS}/${id}`)).status).toBe(404);
    expect((await foreign.get(VOUCHERS)).body.items).toEqual([]);
    expect((await step(foreign, id, 'lock', { quoteId })).body.type).toBe('VOUCHER.NO_ORDER');
    expect((await step(enterprise, id, 'lock', { quoteId })).body.type).toBe('VOUCHER.OTHER_SERVICE');
    expect((await step(enterprise, newId(), 'lock', { quoteId })).status).toBe(404);
    for (const client of [enterprise, office, await service.as(dispatcher)]) {
      expect((await programmeOf({}, client)).status).toBe(403);
    }
    for (const [changes, pointer] of [
      [{ serviceCodes: ['XXX-001'] }, '/serviceCodes/0'],
      [{ capFen: 100_001 }, '/capFen'],
      [{ domains: ['cooking'] }, '/domains/0'],
    ] as const) {
      expect(await programmeOf(changes)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
  });

  it('is reminded of once, two weeks before its end, unless it was granted later', async () => {
    const [later, short] = [await aVoucher(), await aVoucher({ lastDay: inDays(10) })];
    const vouchers = service.app.get(VoucherRepository);
    const told = (id: string) =>
      events.filter(({ key, type }) => key === id && type === 'nqi.intake.v1.VoucherReminded').length;
    const lookIn = (days: number) =>
      Promise.all([1, 2].map(() => vouchers.remind(new Date(Date.now() + days * 86_400_000), 100)));

    await lookIn(9);
    await lookIn(20);
    await lookIn(21);
    const last = await aVoucher();

    await eventually(async () => expect(events.some(({ key }) => key === last)).toBe(true));
    await eventually(async () => expect(told(later)).toBe(1));
    expect(told(short)).toBe(0);
  });

  it('goes back to the budget when it expires, once, also when three look at the same time, or is revoked', async () => {
    const { body } = await programmeOf();
    const [, revoked] = await Promise.all([grant(body.id), grant(body.id)]);
    await step(treasury, revoked.body.id, 'revoke', { reason: '企业注销' });
    const vouchers = service.app.get(VoucherRepository);
    await Promise.all([1, 2, 3].map(() => vouchers.expire(new Date(Date.now() + 40 * 86_400_000), 100)));

    const { items } = (await enterprise.get(`${VOUCHERS}?programmeId=${body.id}`)).body;
    expect(items.map(({ status }: { status: string }) => status).sort()).toEqual(['EXPIRED', 'REVOKED']);
    expect((await treasury.get(`${PROGRAMMES}/${body.id}`)).body.sums.leftFen).toBe(100_000);
    const [kept] = await service.query<{ at: string }>(
      'SELECT committed_fen AS at FROM voucher_programme WHERE id = $1',
      [body.id],
    );
    expect(Number(kept?.at)).toBe(0);
  });
});
