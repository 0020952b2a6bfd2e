import { TOPICS } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TestService, eventually, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket, type FiledItem } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { SHIZHONG, clerk, dispatcher, foreignClerk, lead, owner, stranger } from './builders/offices.js';

const ITEM = { serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] } };

describe('How a request ends', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let events: readonly SeenEvent[];

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    events = await service.kafka.watch(TOPICS.request.name);
  });

  afterAll(() => service?.stop());

  async function file(items = 1): Promise<{ id: string; path: string; items: FiledItem[] }> {
    const { body } = await enterprise.post('/api/v1/requests', aFiling({ items: Array(items).fill(ITEM) }));
    const filed = body.items.map((item: { id: string }) => ({ requestId: body.id, itemId: item.id }));
    return { id: body.id, path: `/api/v1/requests/${body.id}`, items: filed };
  }

  /** Routes every item to its office, by default to Tengzhou's. */
  async function routed(items = 1, offices: string[] = []) {
    const request = await file(items);
    const tickets = request.items.map((item, i) => new ATicket(item, offices[i]));
    await service.kafka.publishAll(tickets.map((ticket) => ticket.routed()));
    await eventually(async () => {
      const { body } = await enterprise.get(request.path);
      for (const item of body.items) expect(item.status).toBe('ROUTED');
    });
    return { ...request, tickets };
  }

  async function completed() {
    const request = await routed();
    await service.kafka.publishAll(request.tickets.map((ticket) => ticket.resolved()));
    await eventually(async () => expect((await enterprise.get(request.path)).body.status).toBe('COMPLETED'));
    return request;
  }

  const typesOf = (id: string) =>
    events.filter(({ key }) => key === id).map(({ type }) => type.replace('nqi.intake.v1.', ''));

  describe('withdrawn by the enterprise', () => {
    it('takes its open items with it and tells everybody', async () => {
      const { id, path, items } = await routed(2);

      const answer = await enterprise.post(`${path}/cancel`, { reason: '重复申请' });

      expect(answer).toMatchObject({
        status: 200,
        body: { status: 'CANCELLED', items: [{ status: 'CANCELLED' }, { status: 'CANCELLED' }] },
      });
      await eventually(() => {
        const cancelled = events.find(({ key, type }) => key === id && type.endsWith('RequestCancelled'));
        expect(cancelled?.content).toMatchObject({ reason: '重复申请', itemIds: items.map(({ itemId }) => itemId) });
      });
    });

    it('before it is routed as well', async () => {
      const { path } = await file();

      expect(await enterprise.post(`${path}/cancel`, { reason: 'x' })).toMatchObject({ body: { status: 'CANCELLED' } });
    });

    it('keeps what was served, and then is completed and can be rated', async () => {
      const { id, path, tickets } = await routed(2);
      await service.kafka.publish((tickets[0] as ATicket).resolved());
      await eventually(async () => expect((await enterprise.get(path)).body.items[0].status).toBe('COMPLETED'));

      const answer = await enterprise.post(`${path}/cancel`, { reason: '其余不再需要' });

      expect(answer.body).toMatchObject({
        status: 'COMPLETED',
        items: [{ status: 'COMPLETED' }, { status: 'CANCELLED' }],
      });
      await eventually(() => expect(typesOf(id).slice(-2)).toEqual(['RequestCancelled', 'RequestCompleted']));
      expect((await enterprise.post(`${path}/rating`, { stars: 4 })).status).toBe(200);
    });

    it('needs a reason that can be kept', async () => {
      const { path } = await file();

      for (const reason of [undefined, '', 'a\u0000', '\ud800', 'x'.repeat(501)]) {
        expect(await enterprise.post(`${path}/cancel`, { reason })).toMatchObject({
          status: 400,
          body: { errors: [{ pointer: '/reason' }] },
        });
      }
    });

    it('happens once, also when two try at the same time', async () => {
      const { id, path } = await routed();

      const answers = await Promise.all([1, 2, 3].map(() => enterprise.post(`${path}/cancel`, { reason: 'x' })));

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      await eventually(() => expect(typesOf(id).filter((type) => type === 'RequestCancelled')).toHaveLength(1));
    });

    it('races with its result to one end', async () => {
      const requests = await Promise.all(Array.from({ length: 10 }, () => routed()));

      await Promise.all(
        requests.flatMap(({ path, tickets }) => [
          enterprise.post(`${path}/cancel`, { reason: 'x' }),
          service.kafka.publishAll(tickets.map((ticket) => ticket.resolved())),
        ]),
      );
      await eventually(async () => expect(await service.lag()).toEqual({ total: 0 }));

      for (const { id, path } of requests) {
        const { body } = await enterprise.get(path);
        expect(['COMPLETED', 'CANCELLED']).toContain(body.status);
        expect(body.items[0].status).toBe(body.status);
        const end = body.status === 'COMPLETED' ? 'RequestCompleted' : 'RequestCancelled';
        await eventually(() => expect(typesOf(id).slice(2)).toEqual([end]));
      }
    });

    it('is refused once it is completed', async () => {
      const { path } = await completed();

      expect(await enterprise.post(`${path}/cancel`, { reason: 'x' })).toMatchObject({
        status: 409,
        body: { type: 'REQUEST.ENDED' },
      });
    });

    it('is refused to those who saw an older request', async () => {
      const { path } = await routed();

      const answer = await enterprise.post(`${path}/cancel`, { reason: 'x' }, { 'if-match': '"1"' });

      expect(answer).toMatchObject({ status: 412, body: { type: 'OBJECT.CHANGED' } });
    });
  });

  it('is withdrawn by nobody but the enterprise, its lead or the hub', async () => {
    const { path } = await routed();
    const cancel = async (principal: typeof owner) =>
      (await (await service.as(principal)).post(`${path}/cancel`, { reason: 'x' })).status;

    expect(await cancel(stranger)).toBe(404);
    expect(await cancel(clerk)).toBe(403);
    expect(await cancel(foreignClerk)).toBe(403);
    expect(await cancel({ ...lead, nodePath: SHIZHONG })).toBe(404);
    expect(await cancel(lead)).toBe(200);
    expect(await cancel(dispatcher)).toBe(409);
  });

  it('is not withdrawn by a lead while another office holds an item of it', async () => {
    const { path } = await routed(2, [undefined as never, SHIZHONG]);

    expect(await (await service.as(lead)).post(`${path}/cancel`, { reason: 'x' })).toMatchObject({
      status: 403,
      body: { type: 'REQUEST.OTHER_OFFICE' },
    });
  });

  describe('rated', () => {
    it('once, and everybody hears of it', async () => {
      const { id, path } = await completed();

      const answer = await enterprise.post(`${path}/rating`, { stars: 2, reasons: ['超时'] });

      expect(answer).toMatchObject({ status: 200, body: { rating: { stars: 2, reasons: ['超时'] } } });
      await eventually(() => {
        const rated = events.find(({ key, type }) => key === id && type.endsWith('RequestRated'));
        expect(rated?.content).toMatchObject({ stars: 2, reasons: ['超时'] });
      });
      expect(await enterprise.post(`${path}/rating`, { stars: 5 })).toMatchObject({
        status: 409,
        body: { type: 'REQUEST.ALREADY_RATED' },
      });
    });

    it('again under the same key gets the same answer', async () => {
      const { path } = await completed();
      const rate = (stars: number) => enterprise.post(`${path}/rating`, { stars }, { 'idempotency-key': newId() });
      const key = { 'idempotency-key': newId() };

      const first = await enterprise.post(`${path}/rating`, { stars: 5 }, key);
      const again = await enterprise.post(`${path}/rating`, { stars: 5 }, key);

      expect(again.body).toEqual(first.body);
      expect((await rate(5)).status).toBe(409);
    });

    it.each([
      [{ stars: 0 }, 400, '/stars'],
      [{ stars: 6 }, 400, '/stars'],
      [{}, 400, '/stars'],
      [{ stars: 2 }, 422, '/reasons'],
      [{ stars: 1, reasons: [] }, 422, '/reasons'],
      [{ stars: 1, reasons: [''] }, 400, '/reasons'],
      [{ stars: 1, reasons: ['a\u0000'] }, 400, '/reasons'],
    ])('with %j is refused', async (body, status, pointer) => {
      const { path } = await completed();

      expect(await enterprise.post(`${path}/rating`, body)).toMatchObject({ status, body: { errors: [{ pointer }] } });
    });

    it('only when completed, and only by the enterprise', async () => {
      const { path } = await routed();

      expect(await enterprise.post(`${path}/rating`, { stars: 5 })).toMatchObject({ status: 409 });
      expect(await (await service.as(clerk)).post(`${path}/rating`, { stars: 5 })).toMatchObject({ status: 403 });
      expect(await (await service.as(stranger)).post(`${path}/rating`, { stars: 5 })).toMatchObject({ status: 404 });
    });
  });
});
