import { TOPICS, type EventMessage } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TestService, eventually, staffOf, staffOfInstitution, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { QuoteRepository } from '../src/quotes/quote.repository.js';
import { ATicket, type FiledItem } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { HUB, clerk, foreignClerk, owner, stranger } from './builders/offices.js';

const QUOTES = '/api/v1/quotes';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const LINES = [
  { what: '压力表校准', quantity: 3, amountFen: 36_000 },
  { what: '上门费', quantity: 1, amountFen: 5_001 },
];

describe('What an item costs is quoted and answered', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let office: HttpClient;
  let events: readonly SeenEvent[];

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    office = await service.as(clerk);
    events = await service.kafka.watch(TOPICS.request.name);
  });

  afterAll(() => service?.stop());

  async function routed(serviceCode = 'MET-003'): Promise<FiledItem & { ticket: ATicket }> {
    const form = { instruments: [{ ref: serviceCode === 'MET-003' ? 'CI001' : 'MI001', qty: 3 }] };
    const { body } = await enterprise.post('/api/v1/requests', aFiling({ items: [{ serviceCode, form }] }));
    const item = { requestId: body.id as string, itemId: body.items[0].id as string };
    const ticket = new ATicket(item);
    await happens(item, 'ROUTED', ticket.routed());
    return { ...item, ticket };
  }

  async function happens({ requestId }: FiledItem, status: string, event: EventMessage): Promise<void> {
    await service.kafka.publish(event);
    await eventually(async () => {
      expect((await enterprise.get(`/api/v1/requests/${requestId}`)).body.items[0].status).toBe(status);
    });
  }

  const offer = ({ itemId }: { itemId: string }, more = {}, headers = {}, by = office) =>
    by.post(QUOTES, { itemId, lines: LINES, validUntil: inDays(7), ...more }, headers);
  const statuses = async ({ itemId }: FiledItem) =>
    (await enterprise.get(`${QUOTES}?itemId=${itemId}`)).body.items.map(({ status }: { status: string }) => status);
  const told = (requestId: string) =>
    events
      .filter(({ key, type }) => key === requestId && /Quote/.test(type))
      .map(({ type, content }) => [type.split('.').at(-1), (content as { quote: { status: string } }).quote.status]);

  it('is offered by the office, accepted by the enterprise, and stands in the history of both', async () => {
    const item = await routed();
    const { status, body, headers } = await offer(item);
    expect(status).toBe(201);
    for (const [who, mayOffer] of [
      [office, true],
      [enterprise, false],
    ] as const) {
      expect((await who.get(`${QUOTES}?itemId=${item.itemId}`)).body.mayOffer).toBe(mayOffer);
    }
    expect(body).toMatchObject({
      totalFen: 41_001,
      status: 'OFFERED',
      actions: ['withdraw'],
      offeredBy: clerk.username,
    });
    const seen = await enterprise.get(`${QUOTES}/${body.id}`);
    expect(seen.body.actions).toEqual(['accept', 'decline']);
    expect(seen.body).not.toHaveProperty('offeredBy');
    expect(headers.get('etag')).toBe('"1"');

    expect((await enterprise.post(`${QUOTES}/${body.id}/accept`, {}, { 'if-match': '"7"' })).status).toBe(412);
    expect((await office.post(`${QUOTES}/${body.id}/accept`)).status).toBe(403);
    const answers = await Promise.all([1, 2, 3].map(() => enterprise.post(`${QUOTES}/${body.id}/accept`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect((await offer(item)).body.type).toBe('QUOTE.ACCEPTED_ALREADY');

    const { items } = (await enterprise.get(`/api/v1/requests/${item.requestId}/timeline`)).body;
    const lines = items.map(({ text }: { text: { zh: string } }) => text.zh);
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^演示计量机构报价 ¥410\.01，有效期至 \d{4}-\d\d-\d\d$/),
      '报价 ¥410.01 企业已接受',
    ]);
    await eventually(() => {
      expect(told(item.requestId)).toEqual([
        ['QuoteOffered', 'OFFERED'],
        ['QuoteAnswered', 'ACCEPTED'],
      ]);
    });
  });

  it('is one at a time, however many quote at once, and one per idempotency key', async () => {
    const item = await routed();
    const answers = await Promise.all(Array.from({ length: 8 }, () => offer(item)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect((await statuses(item)).filter((status: string) => status === 'OFFERED')).toHaveLength(1);
    expect(await statuses(item)).toHaveLength(8);
    const [first, second] = [
      await offer(item, {}, { 'idempotency-key': 'k' }),
      await offer(item, {}, { 'idempotency-key': 'k' }),
    ];
    expect(second.body.id).toBe(first.body.id);

    const declined = await enterprise.post(`${QUOTES}/${first.body.id}/decline`, { reason: '太贵' });
    expect(declined.body).toMatchObject({ status: 'DECLINED', reason: '太贵', actions: [] });
    expect((await offer(item)).status).toBe(201);
  });

  it('is nobody else’s: neither to see, nor to offer, nor to answer', async () => {
    const item = await routed();
    const { body } = await offer(item);
    const path = `${QUOTES}/${body.id}`;
    for (const nobody of [stranger, foreignClerk, staffOfInstitution('ORG006', 'technician')]) {
      const client = await service.as(nobody);
      expect((await client.get(path)).status).toBe(404);
      expect((await client.get(`${QUOTES}?itemId=${item.itemId}`)).body.items).toEqual([]);
    }
    expect((await offer(item, {}, {}, await service.as(foreignClerk))).status).toBe(404);
    expect((await (await service.as(stranger)).post(`${path}/accept`)).status).toBe(404);
    expect((await (await service.as(staffOf(HUB, 'lead'))).get(path)).status).toBe(200);
    const institution = await service.as(staffOfInstitution('ORG005', 'technician'));
    expect((await institution.get(path)).status).toBe(200);
    expect((await offer(item, {}, {}, institution)).status).toBe(201);
    expect((await enterprise.post(QUOTES, { itemId: item.itemId, lines: LINES, validUntil: inDays(7) })).status).toBe(
      403,
    );
  });

  it('is refused by name for what is free, unheld or wrong', async () => {
    const { body } = await enterprise.post('/api/v1/requests', aFiling());
    expect((await offer({ itemId: body.items[0].id })).status).toBe(404);
    const item = await routed();
    for (const [changes, status, pointer] of [
      [{ lines: [] }, 400, '/lines'],
      [{ lines: [{ ...LINES[0], amountFen: 1.5 }] }, 400, '/lines/0/amountFen'],
      [{ lines: [{ ...LINES[0], amountFen: -1 }] }, 400, '/lines/0/amountFen'],
      [{ validUntil: '2026-02-30' }, 422, '/validUntil'],
      [{ validUntil: inDays(-3) }, 422, '/validUntil'],
      [{ itemId: newId() }, 404, '/itemId'],
    ] as const) {
      expect(await offer(item, changes)).toMatchObject({ status, body: { errors: [{ pointer }] } });
    }
    expect((await offer(await routed('MET-001'))).body.type).toBe('QUOTE.SERVICE_FREE');
    const free = await routed('MET-001');
    expect((await office.get(`${QUOTES}?itemId=${free.itemId}`)).body).toEqual({ items: [], mayOffer: false });
  });

  it('is withdrawn by the office, or with the end of its item', async () => {
    const item = await routed();
    const { body } = await offer(item);
    expect((await office.post(`${QUOTES}/${body.id}/withdraw`, { reason: '算错了' })).body.status).toBe('WITHDRAWN');
    await offer(item);
    await happens(item, 'COMPLETED', item.ticket.resolved(2));

    expect(await statuses(item)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect((await offer(item)).body.type).toBe('QUOTE.ITEM_NOT_HELD');
  });

  it('reminds and expires once, also when three look at the same time', async () => {
    const item = await routed();
    const { body } = await offer(item);
    const quotes = service.app.get(QuoteRepository);
    const [due] = await service.query<{ at: Date }>('SELECT next_due_at AS at FROM quote WHERE id = $1', [body.id]);
    const thrice = (at: Date) => Promise.all([1, 2, 3].map(() => quotes.passTime(at, 100)));
    await thrice(due?.at as Date);
    await thrice(new Date(body.offeredAt.replace(/^\d{4}/, '2028')));

    expect(await statuses(item)).toEqual(['EXPIRED']);
    await eventually(() => {
      expect(told(item.requestId)).toEqual([
        ['QuoteOffered', 'OFFERED'],
        ['QuoteReminded', 'OFFERED'],
        ['QuoteEnded', 'EXPIRED'],
      ]);
    });
  });
});
