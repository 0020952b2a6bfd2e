import { eventually, type HttpClient } from '@nqi/test-kit';
import { LoadRepository } from '../src/rules/loads.repository.js';
import { advice, anItem } from './builders/events.js';
import { HUB, SHIZHONG, TestRouting } from './builders/service.js';

const JSON_BODY = { 'content-type': 'application/json' };
/** Nobody in the demonstration network has it in scope. */
const UNHEARD_OF = { serviceCode: 'MET-099', domain: 'metrology' };

describe('what nobody can serve', () => {
  let routing: TestRouting;
  let dispatcher: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    dispatcher = await routing.as(HUB, 'dispatcher', 'dispatcher');
  });
  afterAll(() => routing.stop());

  const waiting = async (query = '') => (await dispatcher.get(`/api/v1/triage${query}`)).body;
  const aStranded = async () => (await routing.route(anItem(UNHEARD_OF)))[0] as string;

  it('waits at the hub with the reason, who was considered and why not, and a clock', async () => {
    const id = await aStranded();

    const { items } = await waiting();
    expect(items).toEqual([
      {
        ticket: expect.objectContaining({ id, nodeCode: 'HUB-370400', status: 'ROUTED', triage: 'NO_CAPABILITY' }),
        reasonCode: 'NO_CAPABILITY',
        waitingSince: expect.any(String),
        dueAt: expect.any(String),
        pools: [
          { nodeCode: 'HUB-370400', eligible: 0, reasonCode: 'NO_CAPABILITY' },
          { nodeCode: 'PROV-370000', eligible: 0, reasonCode: 'NO_CAPABILITY' },
        ],
        candidates: expect.arrayContaining([
          expect.objectContaining({ failed: expect.objectContaining({ scope: 'OUT_OF_SCOPE' }) }),
        ]),
      },
    ]);
    expect(items[0].ticket.contact.phone).toContain('*');
    const ticket = (await dispatcher.get(`/api/v1/tickets/${id}`)).body;
    expect(ticket.standing.nextTimer).toMatchObject({ clock: 'accept', kind: 'at-risk' });
    expect(ticket.actions).not.toContain('accept');
    expect((await dispatcher.post(`/api/v1/tickets/${id}/accept`, {})).body.type).toBe('TICKET.IN_TRIAGE');
    expect((await (await routing.as(SHIZHONG, 'lead')).get('/api/v1/triage')).body.items).toEqual([]);
    expect((await (await routing.as(HUB)).get('/api/v1/triage')).status).toBe(403);
  });

  it('is placed by a person, which is on the receipt, and the others hear of its new office', async () => {
    const seen = await routing.watchTickets();
    const id = await aStranded();
    const place = (body: object, headers = {}) => dispatcher.post(`/api/v1/triage/${id}/place`, body, headers);

    const unfit = await place({ nodeCode: 'WS-370402', institutionId: 'ORG005', reason: '试' });
    expect([unfit.status, unfit.body.type]).toEqual([422, 'TICKET.INSTITUTION_NOT_ELIGIBLE']);
    expect((await place({ nodeCode: 'WS-370402', reason: '市中区承接' }, { 'if-match': '"77"' })).status).toBe(412);
    const placed = await place({ nodeCode: 'WS-370402', reason: '市中区承接' });
    expect([placed.status, placed.body.nodeCode, placed.body.triage]).toEqual([200, 'WS-370402', undefined]);
    const again = await place({ nodeCode: 'WS-370403', reason: '试' });
    expect([again.status, again.body.type]).toEqual([409, 'TRIAGE.NOT_WAITING']);

    const moved = await dispatcher.post(`/api/v1/tickets/${id}/override`, { nodeCode: 'WS-370403', reason: '改派' });
    expect(moved.status).toBe(200);
    const receipt = (await dispatcher.get(`/api/v1/tickets/${id}/decision`)).body;
    expect(receipt.triage).toMatchObject({ nodeCode: 'HUB-370400', reasonCode: 'NO_CAPABILITY' });
    const manual = { reasonCode: 'MANUAL', by: 'dispatcher' };
    expect(receipt.overrides).toMatchObject([
      { ...manual, fromNodeCode: 'HUB-370400', toNodeCode: 'WS-370402', triage: 'NO_CAPABILITY', reason: '市中区承接' },
      { ...manual, fromNodeCode: 'WS-370402', toNodeCode: 'WS-370403', reason: '改派' },
    ]);
    const transfers = () => seen.filter(({ key, type }) => key === id && type.endsWith('TicketTransferred'));
    await eventually(() => expect(transfers()).toHaveLength(2));
  });

  it('can be declined, and the request is told', async () => {
    const seen = await routing.watchTickets();
    const id = await aStranded();
    const decline = (body: object) => dispatcher.post(`/api/v1/triage/${id}/decline`, body);

    expect((await decline({ reasonCode: 'WHY', text: '无' })).status).toBe(400);
    const { status, body } = await decline({ reasonCode: 'NO_QUALIFIED_BODY', text: '全省尚无此能力' });
    expect([status, body.status]).toEqual([200, 'CANCELLED']);
    await eventually(() =>
      expect(seen.some(({ key, type }) => key === id && type.endsWith('TicketCancelled'))).toBe(true),
    );
    const { items } = await waiting();
    expect(items.map(({ ticket }: { ticket: { id: string } }) => ticket.id)).not.toContain(id);
    expect(
      (await dispatcher.post(`/api/v1/tickets/${id}/override`, { nodeCode: 'WS-370403', reason: '试' })).status,
    ).toBe(409);
  });

  it('is read a page at a time, longest waiting first', async () => {
    await Promise.all([aStranded(), aStranded(), aStranded()]);
    const all = (await waiting()).items.map(({ ticket }: { ticket: { id: string } }) => ticket.id);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = await waiting(`?limit=1${cursor}`);
      paged.push(...items.map(({ ticket }: { ticket: { id: string } }) => ticket.id));
      if (!nextCursor) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect((await dispatcher.get('/api/v1/triage?cursor=x')).status).toBe(422);
  });

  it('is also what finds every office up to the province full: it waits, counted at no desk, and is never lost', async () => {
    const administrator = await routing.as(HUB, 'administrator', 'administrator');
    // 峄城 is the only office near enough to 台儿庄.
    for (const code of ['WS-370405', 'WS-370404', 'HUB-370400', 'PROV-370000']) {
      const { status } = await administrator.send(
        'PATCH',
        `/api/v1/network/nodes/${code}`,
        JSON.stringify({ capacity: 1 }),
        JSON_BODY,
      );
      expect(status).toBe(200);
    }
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(...(await routing.route(advice({ regionCode: '370405' }))));

    const rows = await routing.service.query<{ node_code: string; triage: string | null }>(
      'SELECT node_code, triage FROM ticket WHERE id = ANY($1::uuid[]) ORDER BY routed_at',
      [ids],
    );
    expect(rows.slice(0, 4)).toEqual([
      { node_code: 'WS-370405', triage: null },
      { node_code: 'WS-370404', triage: null },
      { node_code: 'HUB-370400', triage: null },
      { node_code: 'PROV-370000', triage: null },
    ]);
    expect(rows.slice(4)).toEqual(Array(2).fill({ node_code: 'HUB-370400', triage: 'OVERLOADED' }));
    expect(await routing.service.app.get(LoadRepository).differences()).toEqual([]);
    const full = await dispatcher.post(`/api/v1/triage/${ids[5]}/place`, { nodeCode: 'HUB-370400', reason: '试' });
    expect([full.status, full.body.type]).toEqual([409, 'TICKET.DESK_FULL']);
    expect(
      (await dispatcher.post(`/api/v1/triage/${ids[5]}/place`, { nodeCode: 'WS-370403', reason: '试' })).status,
    ).toBe(200);
  });
});
