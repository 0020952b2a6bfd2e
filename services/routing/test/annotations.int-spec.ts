import { anEnterprise, type HttpClient } from '@nqi/test-kit';
import { anItem } from './builders/events.js';
import { COUNTY, HUB, SHIZHONG, TestRouting } from './builders/service.js';

describe('what offices keep beside a ticket', () => {
  let routing: TestRouting;
  let clerk: HttpClient;
  let stranger: HttpClient;
  let owner: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    clerk = await routing.as(COUNTY, 'clerk', 'clerk-a');
    stranger = await routing.as(SHIZHONG);
    owner = await routing.service.as(anEnterprise('91370481XD4164886N'));
  });
  afterAll(() => routing.stop());

  const tickets = async (count: number) => routing.route(...Array.from({ length: count }, () => anItem()));
  const notes = (id: string) => `/api/v1/tickets/${id}/notes`;
  const links = (id: string) => `/api/v1/tickets/${id}/links`;
  const remove = (by: HttpClient, path: string) => by.send('DELETE', path, undefined, {});

  describe('notes', () => {
    it('tell who wrote them and when, the newest first, page by page', async () => {
      const [id] = (await tickets(1)) as [string];
      for (const text of ['先电话联系', '已联系', '约周三上门'])
        expect((await clerk.post(notes(id), { text })).status).toBe(201);

      const first = (await clerk.get(`${notes(id)}?limit=2`)).body;
      const rest = (await clerk.get(`${notes(id)}?limit=2&cursor=${first.nextCursor}`)).body;

      expect([...first.items, ...rest.items].map(({ text }) => text)).toEqual(['约周三上门', '已联系', '先电话联系']);
      expect(first.items[0]).toMatchObject({ author: 'clerk-a', office: 'WS-370481', at: expect.stringMatching(/Z$/) });
      expect(rest.nextCursor).toBeUndefined();
    });

    it('are written once under one key, and neither blank nor endless', async () => {
      const [id] = (await tickets(1)) as [string];
      const key = { 'idempotency-key': `note-${id}` };
      const first = await clerk.post(notes(id), { text: '一次' }, key);
      expect((await clerk.post(notes(id), { text: '一次' }, key)).body).toEqual(first.body);
      expect((await clerk.get(notes(id))).body.items).toHaveLength(1);
      for (const text of ['', '   ', '长'.repeat(2_001)])
        expect((await clerk.post(notes(id), { text })).status).toBe(400);
    });

    it('are nothing for the enterprise or for another office', async () => {
      const [id] = (await tickets(1)) as [string];
      await clerk.post(notes(id), { text: '内部' });

      expect((await owner.get(notes(id))).status).toBe(403);
      expect((await owner.post(notes(id), { text: '?' })).status).toBe(403);
      expect((await stranger.get(notes(id))).status).toBe(404);
      expect((await stranger.post(notes(id), { text: '?' })).status).toBe(404);
      expect((await (await routing.as(HUB, 'dispatcher')).get(notes(id))).body.items).toHaveLength(1);
    });

    it('can be neither changed nor removed, not even in the database', async () => {
      const [id] = (await tickets(1)) as [string];
      await clerk.post(notes(id), { text: '原话' });
      const change = (sql: string) => routing.service.query(sql, [id]);
      await expect(change(`UPDATE ticket_note SET text = '改' WHERE ticket_id = $1`)).rejects.toThrow(
        /only ever added/,
      );
      await expect(change(`DELETE FROM ticket_note WHERE ticket_id = $1`)).rejects.toThrow(/only ever added/);
    });
  });

  describe('links', () => {
    it('are the same from either end, and gone from both when removed', async () => {
      const [one, other] = (await tickets(2)) as [string, string];
      const made = await clerk.post(links(one), { kind: 'duplicate', ticketId: other });
      expect(made.status).toBe(201);

      const seen = async (id: string) => (await clerk.get(links(id))).body.items;
      expect(await seen(one)).toMatchObject([
        { id: made.body.id, kind: 'duplicate', by: 'clerk-a', ticket: { id: other } },
      ]);
      expect(await seen(other)).toMatchObject([{ id: made.body.id, kind: 'duplicate', ticket: { id: one } }]);

      expect((await remove(clerk, `${links(other)}/${made.body.id}`)).status).toBe(204);
      expect([await seen(one), await seen(other)]).toEqual([[], []]);
      expect((await remove(clerk, `${links(one)}/${made.body.id}`)).status).toBe(404);
      expect((await clerk.post(links(one), { kind: 'duplicate', ticketId: other })).status).toBe(201);
    });

    it('exist once per kind, however many make them at once and from whichever end', async () => {
      const [one, other] = (await tickets(2)) as [string, string];
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          clerk.post(links(i % 2 ? one : other), { kind: 'related', ticketId: i % 2 ? other : one }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
      expect((await clerk.get(links(one))).body.items).toHaveLength(1);
    });

    it('lead to tickets within reach only, and never to the ticket itself', async () => {
      const [one] = (await tickets(1)) as [string];
      const [far] = (await routing.route(anItem({ regionCode: '370402' }))) as [string];
      const refused = (ticketId: string, kind = 'related') => clerk.post(links(one), { kind, ticketId });

      expect((await refused(one)).body).toMatchObject({ type: 'LINK.ITSELF' });
      expect((await refused(far)).body).toMatchObject({ type: 'LINK.UNKNOWN_TICKET' });
      expect((await refused(far, 'split')).status).toBe(400);
      expect((await stranger.get(links(one))).status).toBe(404);
      expect((await owner.get(links(one))).status).toBe(403);

      const dispatcher = await routing.as(HUB, 'dispatcher');
      const made = await dispatcher.post(links(one), { kind: 'related', ticketId: far });
      expect((await dispatcher.get(links(one))).body.items).toHaveLength(1);
      expect((await clerk.get(links(one))).body.items).toEqual([]);
      expect((await remove(stranger, `${links(one)}/${made.body.id}`)).status).toBe(404);
    });
  });
});
