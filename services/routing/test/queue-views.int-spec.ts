import { newId } from '@nqi/kernel';
import { anEnterprise, type HttpClient } from '@nqi/test-kit';
import { advice, anItem } from './builders/events.js';
import { COUNTY, PARK, TestRouting } from './builders/service.js';

interface View {
  id: string;
  name: string;
  shared: boolean;
  editable: boolean;
  filter: Record<string, unknown>;
  count: number;
  capped: boolean;
  version: number;
}

const VIEWS = '/api/v1/tickets/views';

describe('views of the queue', () => {
  let routing: TestRouting;

  beforeAll(async () => {
    routing = await TestRouting.start();
    const ids = await routing.route(anItem(), anItem(), anItem(), anItem({ parkCode: '370481901' }), advice());
    const clerk = await routing.as(COUNTY, 'clerk', 'anna');
    await clerk.post(`/api/v1/tickets/${ids[0]}/accept`);
    await clerk.post(`/api/v1/tickets/${ids[1]}/claim`);
  });
  afterAll(() => routing.stop());

  const put = (by: HttpClient, id: string, body: object, headers = {}) =>
    by.send('PUT', `${VIEWS}/${id}`, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  const remove = (by: HttpClient, id: string, headers = {}) => by.send('DELETE', `${VIEWS}/${id}`, undefined, headers);
  const namesOf = async (by: HttpClient) => ((await by.get(VIEWS)).body.items as View[]).map(({ name }) => name);

  it('are kept with a name, and counted as the list with the same filter would be', async () => {
    const anna = await routing.as(COUNTY, 'clerk', 'anna');
    const made = [
      { name: '待受理', filter: { status: 'ROUTED' } },
      { name: '我的', filter: { mine: true } },
      { name: '滕州全部', filter: { node: 'WS-370481', subtree: true, q: '隆博' } },
      { name: '咨询', filter: { domain: 'consulting', status: 'ROUTED,ACCEPTED' } },
    ];
    for (const view of made) expect((await anna.post(VIEWS, view)).status).toBe(201);

    const { items } = (await anna.get(VIEWS)).body as { items: View[] };

    expect(items.map(({ name, filter }) => ({ name, filter }))).toEqual(
      [...made].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))),
    );
    for (const { filter, count, capped } of items) {
      const query = new URLSearchParams(filter as Record<string, string>).toString();
      const listed = (await anna.get(`/api/v1/tickets?limit=200&${query}`)).body.items;
      expect([filter, count, capped]).toEqual([filter, listed.length, false]);
      expect(count).toBeGreaterThan(0);
    }
    expect(await namesOf(await routing.as(COUNTY, 'clerk', 'bert'))).toEqual([]);
  });

  it('refuse what the list itself would refuse', async () => {
    const clerk = await routing.as(COUNTY, 'clerk', 'carl');
    const refused = async (body: object) => {
      const answer = await clerk.post(VIEWS, body);
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };

    expect(await refused({ name: '错', filter: { status: 'LOST' } })).toEqual([400, '/filter/status']);
    expect(await refused({ name: '错', filter: { colour: 'red' } })).toEqual([400, '/filter/colour']);
    expect(await refused({ name: '错', filter: { node: 'WS-999999' } })).toEqual([422, '/filter/node']);
    expect(await refused({ name: ' ', filter: {} })).toEqual([400, '/name']);
    expect(await refused({ name: '错' })).toEqual([400, '/filter']);
    expect(await namesOf(clerk)).toEqual([]);
  });

  it('are changed and removed by their owner, as seen', async () => {
    const clerk = await routing.as(COUNTY, 'clerk', 'dora');
    const made = await clerk.post(VIEWS, { name: '一', filter: { sla: 'AT_RISK' } });
    const { id } = made.body as View;
    await clerk.post(VIEWS, { name: '二', filter: {} });
    expect(made.headers.get('etag')).toBe('"1"');

    const changed = await put(clerk, id, { name: '三', filter: { status: 'ROUTED' } }, { 'if-match': '"1"' });

    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ name: '三', filter: { status: 'ROUTED' }, version: 2, shared: false });
    expect((await put(clerk, id, { name: '四', filter: {} }, { 'if-match': '"1"' })).status).toBe(412);
    const taken = await put(clerk, id, { name: '二', filter: {} });
    expect([taken.status, taken.body.type]).toEqual([409, 'QUEUE_VIEW.NAME_TAKEN']);
    const other = await routing.as(COUNTY, 'clerk', 'emil');
    expect((await put(other, id, { name: '四', filter: {} })).status).toBe(404);
    expect((await remove(other, id)).status).toBe(404);
    expect((await remove(clerk, id, { 'if-match': '"1"' })).status).toBe(412);
    expect((await remove(clerk, id, { 'if-match': '"2"' })).status).toBe(204);
    expect((await remove(clerk, id)).status).toBe(404);
    expect(await namesOf(clerk)).toEqual(['二']);
  });

  it('of an office are made by its lead and seen by everybody there, each with the own numbers', async () => {
    const lead = await routing.as(COUNTY, 'lead', 'lena');
    const anna = await routing.as(COUNTY, 'clerk', 'anna');
    const bert = await routing.as(COUNTY, 'clerk', 'bert');
    const park = await routing.as(PARK, 'lead', 'paul');
    const shared = { name: '本站·我的', filter: { mine: true }, shared: true };

    const refused = await anna.post(VIEWS, shared);
    const { id } = (await lead.post(VIEWS, shared)).body as View;

    expect([refused.status, refused.body.type]).toEqual([403, 'QUEUE_VIEW.NOT_YOURS_TO_SHARE']);
    const seenBy = async (by: HttpClient) =>
      ((await by.get(VIEWS)).body.items as View[]).find((view) => view.id === id);
    expect(await seenBy(anna)).toMatchObject({ shared: true, editable: false, count: 1 });
    expect(await seenBy(bert)).toMatchObject({ shared: true, editable: false, count: 0 });
    expect(await seenBy(lead)).toMatchObject({ editable: true });
    expect(await seenBy(park)).toBeUndefined();
    expect((await put(anna, id, { name: '改', filter: {} })).status).toBe(403);
    expect((await remove(park, id)).status).toBe(404);
    const deputy = await routing.as(COUNTY, 'lead', 'lars');
    expect((await put(deputy, id, { name: '改', filter: {} })).body).toMatchObject({ name: '改', shared: true });
    expect((await remove(deputy, id)).status).toBe(204);
  });

  it('are twenty at most, also when they are made at once, and made once under one key', async () => {
    const clerk = await routing.as(COUNTY, 'clerk', 'fred');
    const key = { 'idempotency-key': newId() };
    const twice = await Promise.all([0, 1].map(() => clerk.post(VIEWS, { name: '同', filter: {} }, key)));
    expect(new Set(twice.map(({ body }) => body.id)).size).toBe(1);

    const replies = await Promise.all(
      Array.from({ length: 25 }, (_, i) => clerk.post(VIEWS, { name: `视图 ${i}`, filter: {} })),
    );

    expect(replies.filter(({ status }) => status === 201)).toHaveLength(19);
    expect(new Set(replies.filter(({ status }) => status !== 201).map(({ body }) => body.type))).toEqual(
      new Set(['QUEUE_VIEW.TOO_MANY']),
    );
    expect(await namesOf(clerk)).toHaveLength(20);
  });

  it('are for those who have a queue', async () => {
    const owner = await routing.service.as(anEnterprise('91370481XD4164886N'));

    expect((await owner.get(VIEWS)).status).toBe(403);
    expect((await owner.post(VIEWS, { name: '我的', filter: {} })).status).toBe(403);
  });
});
