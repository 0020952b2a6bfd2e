import { TOPICS } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { TestService, eventually, staffOf, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { RectificationRepository } from '../src/rectifications/rectification.repository.js';
import { AJob, ATicket, type FiledItem } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { HUB, SHIZHONG, clerk, dispatcher, lead, owner, stranger } from './builders/offices.js';

const ITEM = { serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] } };
const LIST = '/api/v1/rectifications';

describe('What goes wrong is put right', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let office: HttpClient;
  let events: readonly SeenEvent[];

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    office = await service.as(lead);
    events = await service.kafka.watch(TOPICS.request.name);
  });

  afterAll(() => service?.stop());

  /** A request with one item that its office has served. */
  async function served(offices: string[] = ['']): Promise<{ id: string; items: FiledItem[] }> {
    const { body } = await enterprise.post('/api/v1/requests', aFiling({ items: offices.map(() => ITEM) }));
    const items: FiledItem[] = body.items.map((item: { id: string }) => ({ requestId: body.id, itemId: item.id }));
    const tickets = items.map((item, i) => new ATicket(item, offices[i] || undefined));
    await service.kafka.publishAll(tickets.flatMap((ticket) => [ticket.routed(), ticket.resolved()]));
    await eventually(async () => {
      expect((await enterprise.get(`/api/v1/requests/${body.id}`)).body.status).toBe('COMPLETED');
    });
    return { id: body.id, items };
  }

  async function badlyRated(offices?: string[]) {
    const request = await served(offices);
    const rated = await enterprise.post(`/api/v1/requests/${request.id}/rating`, { stars: 1, reasons: ['超时'] });
    expect(rated.status).toBe(200);
    const { body } = await enterprise.get(`${LIST}?requestId=${request.id}`);
    expect(body.items).toHaveLength(1);
    return { requestId: request.id, path: `${LIST}/${body.items[0].id}`, found: body.items[0] };
  }

  const step = (path: string, name: string, more = {}) =>
    office.post(`${path}/steps`, { step: name, note: name, ...more });

  it('opens a case for a bad rating with the rating itself, and none for a good one', async () => {
    const { found, requestId } = await badlyRated();
    const good = await served();
    await enterprise.post(`/api/v1/requests/${good.id}/rating`, { stars: 3 });

    expect(found).toMatchObject({
      cause: 'bad-rating',
      stars: 1,
      status: 'OPEN',
      statements: ['超时'],
      nodeCode: 'WS-370481',
    });
    expect((await enterprise.get(`${LIST}?requestId=${good.id}`)).body.items).toEqual([]);
    await eventually(() => {
      const told = events.filter(({ key, type }) => key === requestId && type.endsWith('RectificationAdvanced'));
      expect(told.map(({ content }) => content)).toMatchObject([{ step: 'open', stars: 1 }]);
    });
  });

  it('walks a case to its end, with one new rating', async () => {
    const { path } = await badlyRated();
    for (const name of ['call-back', 'verify', 'start', 'finish']) expect((await step(path, name)).status).toBe(200);
    expect((await enterprise.post(`${path}/rating`, { stars: 5, note: 'x' })).status).toBe(409);
    await step(path, 'feed-back', { note: '已安排专人' });

    expect((await enterprise.post(`${path}/rating`, { stars: 4, note: '好多了' })).body).toMatchObject({
      status: 'RE_RATED',
      newStars: 4,
    });
    expect((await enterprise.post(`${path}/rating`, { stars: 1, note: 'x' })).status).toBe(409);
    expect((await step(path, 'close')).body).toMatchObject({ status: 'CLOSED', steps: [] });
  });

  it('tells the enterprise what is said to it, and nothing of the office', async () => {
    const { path } = await badlyRated();
    await step(path, 'call-back', { note: '内部记录' });

    const { history } = (await enterprise.get(path)).body;

    expect(history).toMatchObject([{ step: 'open', note: '超时' }, { step: 'call-back' }]);
    expect(JSON.stringify(history)).not.toMatch(/内部记录|actor/);
    expect((await office.get(path)).body.history[1]).toMatchObject({ note: '内部记录', actor: lead.username });
  });

  it('has an appeal decided by somebody else', async () => {
    const { path } = await badlyRated();
    await step(path, 'call-back');
    expect(await step(path, 'appeal')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/ground' }] } });
    expect((await step(path, 'appeal', { ground: 'malicious' })).body.steps).toEqual(['extend', 'uphold', 'dismiss']);

    expect((await office.post(`${path}/decision`, { upheld: true, note: 'x' })).status).toBe(403);
    const hub = await service.as(dispatcher);
    expect((await hub.post(`${path}/decision`, { upheld: true, note: '重复点击' })).body).toMatchObject({
      status: 'REMOVED',
    });
  });

  it('answers at the nearest office above all that served, and hides it from the rest', async () => {
    const { path, found } = await badlyRated(['', SHIZHONG]);
    const hubLead = await service.as(staffOf(HUB, 'lead'));

    expect(found.nodeCode).toBe('HUB-370400');
    expect((await hubLead.get(path)).status).toBe(200);
    for (const nobody of [office, await service.as(stranger)]) expect((await nobody.get(path)).status).toBe(404);
    expect((await (await service.as(clerk)).get(path)).status).toBe(403);
    expect((await (await service.as(stranger)).get(LIST)).body.items).toEqual([]);
  });

  it('refuses an outdated version and bad input by name', async () => {
    const { path } = await badlyRated();
    await step(path, 'call-back');

    const outdated = await office.post(`${path}/steps`, { step: 'verify', note: 'x' }, { 'if-match': '"1"' });
    expect(outdated.status).toBe(412);
    for (const [body, pointer] of [
      [{ step: 'fly', note: 'x' }, '/step'],
      [{ step: 'verify' }, '/note'],
      [{ step: 'verify', note: 'a\u0000' }, '/note'],
    ] as const) {
      expect(await office.post(`${path}/steps`, body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    }
    expect((await office.get(`${LIST}?cursor=x`)).status).toBe(422);
    expect((await office.get(`${LIST}?status=OPEN,FLYING`)).status).toBe(400);
    expect((await office.get(`${LIST}/${newId()}`)).status).toBe(404);
  });

  it('takes a complaint once at a time, and an objection only to a result', async () => {
    const { id, items } = await served();
    const complaints = `/api/v1/requests/${id}/complaints`;

    const answers = await Promise.all(
      [1, 2, 3].map(() => enterprise.post(complaints, { cause: 'complaint', text: '态度差' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await enterprise.post(complaints, { cause: 'objection', text: '数值有误' })).body.type).toBe(
      'RECTIFICATION.NO_RESULT',
    );

    await service.kafka.publish(new AJob(items[0] as FiledItem).issued());
    await eventually(async () => {
      expect((await enterprise.post(complaints, { cause: 'objection', text: '数值有误' })).status).toBe(201);
    });
    expect((await (await service.as(stranger)).post(complaints, { cause: 'complaint', text: 'x' })).status).toBe(404);
  });

  it('repeats a complaint under one idempotency key as one', async () => {
    const { id } = await served();
    const send = () =>
      enterprise.post(
        `/api/v1/requests/${id}/complaints`,
        { cause: 'complaint', text: '态度差' },
        { 'idempotency-key': 'k1' },
      );

    const [first, second] = [await send(), await send()];

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
  });

  it('tells a passed limit once, also when three look at the same time', async () => {
    const { path, found } = await badlyRated();
    await service.query(
      `UPDATE rectification SET call_back_due_at = now() - interval '1 hour', next_due_at = now() - interval '1 hour'
       WHERE id = $1`,
      [found.id],
    );
    const rectifications = service.app.get(RectificationRepository);

    await Promise.all([1, 2, 3].map(() => rectifications.noteOverdue(new Date(), 100)));

    await eventually(() => {
      const told = events.filter(({ type, content }) => {
        return type.endsWith('RectificationOverdue') && JSON.stringify(content).includes(found.id);
      });
      expect(told.map(({ content }) => content)).toMatchObject([{ clock: 'call-back' }]);
    });
    expect(
      (await office.get(`${LIST}?overdue=true&status=OPEN`)).body.items.map(({ id }: { id: string }) => id),
    ).toContain(found.id);
    await step(path, 'call-back');
    expect((await office.get(path)).body.overdue).toBe(false);
  });
});
