import { newId } from '@nqi/kernel';
import { anEnterprise, type HttpClient } from '@nqi/test-kit';
import { anItem } from './builders/events.js';
import { COUNTY, TestRouting } from './builders/service.js';

interface Row {
  id: string;
  ok: boolean;
  version?: number;
  problem?: { type: string; status: number; detail: string; errors?: { pointer: string }[] };
}

describe('one step with many tickets', () => {
  let routing: TestRouting;
  let anna: HttpClient;
  let bert: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    anna = await routing.as(COUNTY, 'clerk', 'anna');
    bert = await routing.as(COUNTY, 'clerk', 'bert');
  });
  afterAll(() => routing.stop());

  const some = (count: number) => routing.route(...Array.from({ length: count }, () => anItem()));
  const rows = (ids: readonly string[], version?: number) => ids.map((id) => ({ id, version }));
  const bulk = async (by: HttpClient, request: object, headers = {}): Promise<Row[]> => {
    const { status, body } = await by.post('/api/v1/tickets/bulk', request, headers);
    expect([status, body.type]).toEqual([200, undefined]);
    return body.results;
  };

  it('does what can be done and says of each other ticket why not', async () => {
    const [good, done, claimed, stale, last] = (await some(5)) as [string, string, string, string, string];
    await anna.post(`/api/v1/tickets/${done}/accept`);
    await bert.post(`/api/v1/tickets/${claimed}/claim`);
    const foreign = newId();

    const results = await bulk(anna, {
      action: 'accept',
      tickets: [
        { id: good, version: 1 },
        { id: done },
        { id: claimed },
        { id: stale, version: 7 },
        { id: foreign },
        { id: last },
      ],
    });

    expect(results.map(({ id, ok, version, problem }) => [id, ok, version, problem?.type, problem?.status])).toEqual([
      [good, true, 2, undefined, undefined],
      [done, false, undefined, 'TICKET.ILLEGAL_MOVE', 409],
      [claimed, false, undefined, 'TICKET.LEASED', 409],
      [stale, false, undefined, 'OBJECT.CHANGED', 412],
      [foreign, false, undefined, 'TICKET.UNKNOWN', 404],
      [last, true, 2, undefined, undefined],
    ]);
    expect(await Promise.all([good, claimed, stale, last].map((id) => routing.status(id)))).toEqual([
      'ACCEPTED',
      'ROUTED',
      'ROUTED',
      'ACCEPTED',
    ]);
  });

  it('tells in the language of the caller, and which field of the step is to blame', async () => {
    const ids = await some(1);
    const request = { action: 'transfer', tickets: rows(ids), body: { nodeCode: 'WS-370481', reason: '同站' } };

    const [row] = await bulk(anna, request, { 'accept-language': 'en' });

    expect(row?.problem).toMatchObject({
      detail: 'The ticket is at this office already',
      errors: [{ pointer: '/body/nodeCode' }],
    });
  });

  it('knows every step that one ticket knows, but for resolving', async () => {
    const ids = await some(2);
    const steps: [string, object?][] = [
      ['claim', { minutes: 5 }],
      ['accept'],
      ['assign', { assignee: 'anna' }],
      ['pause', { reasonCode: 'WAIT_SAMPLE' }],
      ['resume', { note: '样品已到' }],
      ['release'],
      ['return', { missing: ['营业执照'] }],
    ];
    for (const [action, body] of steps) {
      const results = await bulk(anna, { action, tickets: rows(ids), ...(body && { body }) });
      expect([action, ...results.map(({ ok }) => ok)]).toEqual([action, true, true]);
    }
    expect(await routing.events(ids[1] as string)).toEqual([
      'TicketRouted',
      'TicketAccepted',
      'TicketAssigned',
      'TicketPaused',
      'TicketResumed',
      'TicketReturned',
    ]);
    const movable = await some(2);
    const [lifted, moved] = [rows(movable.slice(0, 1)), rows(movable.slice(1))];
    expect((await bulk(anna, { action: 'escalate', tickets: lifted, body: { reason: '疑难' } }))[0]?.ok).toBe(true);
    const body = { nodeCode: 'WS-370402', reason: '跨区' };
    expect((await bulk(anna, { action: 'transfer', tickets: moved, body }))[0]?.ok).toBe(true);
    expect((await anna.post('/api/v1/tickets/bulk', { action: 'resolve', tickets: rows(ids) })).status).toBe(400);
  });

  it('refuses what is no list, no step or not the body of the step, before it touches any ticket', async () => {
    const ids = await some(1);
    const refused = async (request: object) => {
      const { status, body } = await anna.post('/api/v1/tickets/bulk', request);
      return [status, body.errors?.[0]?.pointer];
    };

    expect(await refused({ action: 'assign', tickets: rows(ids) })).toEqual([400, '/body/assignee']);
    expect(await refused({ action: 'accept', tickets: rows(ids), body: { unknown: 1 } })).toEqual([
      400,
      '/body/unknown',
    ]);
    expect(await refused({ action: 'claim', tickets: rows(ids), body: { minutes: 61 } })).toEqual([
      400,
      '/body/minutes',
    ]);
    expect(await refused({ action: 'accept', tickets: [] })).toEqual([400, '/tickets']);
    expect(await refused({ action: 'accept', tickets: rows([...ids, ...ids]) })).toEqual([422, '/tickets/1/id']);
    const tooMany = Array.from({ length: 101 }, () => ({ id: newId() }));
    expect(await refused({ action: 'accept', tickets: tooMany })).toEqual([400, '/tickets']);
    expect(await routing.status(ids[0] as string)).toBe('ROUTED');
  });

  it('is for workstations alone', async () => {
    const owner = await routing.service.as(anEnterprise('91370481XD4164886N'));
    const auditor = await routing.as('PROV-370000', 'auditor');
    const request = { action: 'accept', tickets: [{ id: newId() }] };

    expect((await owner.post('/api/v1/tickets/bulk', request)).status).toBe(403);
    expect((await auditor.post('/api/v1/tickets/bulk', request)).status).toBe(403);
  });

  it('answers a repeat under the same key with what was done, and tries again what was not', async () => {
    const [free, claimed] = (await some(2)) as [string, string];
    await bert.post(`/api/v1/tickets/${claimed}/claim`);
    const request = { action: 'accept', tickets: rows([free, claimed]) };
    const key = { 'idempotency-key': newId() };

    const first = await bulk(anna, request, key);
    const [again, other] = await Promise.all([
      bulk(anna, request, key),
      anna.post('/api/v1/tickets/bulk', { ...request, tickets: rows([free]) }, key),
    ]);
    await bert.post(`/api/v1/tickets/${claimed}/release`);
    const third = await bulk(anna, request, key);

    expect(first.map(({ ok }) => ok)).toEqual([true, false]);
    expect(again).toEqual(first);
    expect([other.status, other.body.type]).toEqual([422, 'IDEMPOTENCY.OTHER_BODY']);
    expect(third).toEqual([first[0], { id: claimed, ok: true, version: 2 }]);
    expect(await routing.events(free)).toEqual(['TicketRouted', 'TicketAccepted']);
  });

  it('does each ticket once when the same request arrives five times at once', async () => {
    const ids = await some(6);
    const request = { action: 'assign', tickets: rows(ids), body: { assignee: 'anna' } };
    const key = { 'idempotency-key': newId() };

    const replies = await Promise.all(Array.from({ length: 5 }, () => bulk(anna, request, key)));

    expect(replies).toEqual(replies.map(() => ids.map((id) => ({ id, ok: true, version: 2 }))));
    for (const id of ids) expect(await routing.events(id)).toEqual(['TicketRouted', 'TicketAssigned']);
  });

  it('takes a hundred tickets', async () => {
    const ids = await some(100);

    const results = await bulk(anna, { action: 'claim', tickets: rows(ids, 1) });

    expect(results.filter(({ ok }) => ok)).toHaveLength(100);
  });
});
