import type { HttpClient } from '@nqi/test-kit';
import { advice, anItem, type Item } from './builders/events.js';
import { COUNTY, HUB, PARK, SHIZHONG, TestRouting } from './builders/service.js';

interface Listed {
  id: string;
  ticketNo: string;
  nodeCode: string;
  status: string;
  sla: string;
  domain: string;
  assignee?: string;
  lease?: { holder: string };
  enterprise: { uscc: string; name: string };
}

type Filter = Record<string, string>;

const NAMES = ['滕州演示隆博精密机械有限公司', '枣庄某100%棉_纺厂', '台儿庄ABC电子有限公司'];
const SUBTREE: Record<string, string[]> = { 'WS-370481': ['WS-370481', 'WS-370481901'] };

/** Mulberry32: the same filters in every run. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a filter means, said once more and without SQL. */
function fits(ticket: Listed, filter: Filter, me: string): boolean {
  const { node, subtree, status, sla, domain, enterpriseUscc, mine, q } = filter;
  const offices = subtree === 'true' ? (SUBTREE[node ?? ''] ?? [node]) : [node];
  return (
    (node === undefined || offices.includes(ticket.nodeCode)) &&
    (status === undefined || status.split(',').includes(ticket.status)) &&
    (sla === undefined || sla.split(',').includes(ticket.sla)) &&
    (domain === undefined || ticket.domain === domain) &&
    (enterpriseUscc === undefined || ticket.enterprise.uscc === enterpriseUscc) &&
    (mine !== 'true' || ticket.assignee === me || ticket.lease?.holder === me) &&
    (q === undefined ||
      ticket.ticketNo.startsWith(q.toUpperCase()) ||
      ticket.enterprise.name.toLowerCase().includes(q.toLowerCase()))
  );
}

describe('filters of a queue', () => {
  let routing: TestRouting;
  let dispatcher: HttpClient;
  let clerk: HttpClient;
  const items: Item[] = [
    ...Array.from({ length: 12 }, (_, i) => anItem({ limitDays: 10 + i })),
    ...Array.from({ length: 6 }, (_, i) => anItem({ parkCode: '370481901', limitDays: 5 + i })),
    ...Array.from({ length: 8 }, () => advice({ regionCode: '370402', uscc: '91370402XD7632673D' })),
  ];
  let everything: Listed[];

  const path = (filter: Filter) => new URLSearchParams(filter).toString();
  const list = async (by: HttpClient, filter: Filter): Promise<Listed[]> => {
    const { status, body } = await by.get(`/api/v1/tickets?limit=200&${path(filter)}`);
    expect(status).toBe(200);
    return body.items;
  };
  const idsOf = (tickets: readonly Listed[]) => tickets.map(({ id }) => id).sort();

  beforeAll(async () => {
    routing = await TestRouting.start();
    const ids = await routing.route(...items);
    dispatcher = await routing.as(HUB, 'dispatcher', 'dispatcher-1');
    clerk = await routing.as(COUNTY, 'clerk', 'clerk-1');
    const park = await routing.as(PARK, 'clerk', 'clerk-2');
    const shizhong = await routing.as(SHIZHONG, 'clerk', 'clerk-3');
    for (const [i, id] of ids.entries()) {
      const office = i < 12 ? clerk : i < 18 ? park : shizhong;
      const path = `/api/v1/tickets/${id}`;
      await routing.service.query('UPDATE ticket SET enterprise_name = $2 WHERE id = $1', [id, NAMES[i % 3]]);
      if (i % 4 > 0) expect((await office.post(`${path}/accept`)).status).toBe(200);
      if (i % 4 === 2) await office.post(`${path}/pause`, { reasonCode: 'WAIT_SAMPLE' });
      if (i % 5 === 0) await office.post(`${path}/assign`, { assignee: i % 2 === 0 ? 'clerk-1' : 'dispatcher-1' });
      if (i % 3 === 0) expect((await office.post(`${path}/claim`)).status).toBe(200);
      if (i === 8 || i === 9) expect((await office.post(`${path}/return`, { missing: ['营业执照'] })).status).toBe(200);
      if (i % 7 === 1)
        await routing.service.query(`UPDATE ticket SET sla = 'AT_RISK' WHERE id = $1 AND sla = 'ON_TIME'`, [id]);
    }
    // Leases that have lapsed, as the clock sees them, and one of an office that no longer has the ticket.
    await routing.service.query(
      `UPDATE ticket_lease SET claimed_at = claimed_at - interval '1 day', until = now() - interval '1 second'
       WHERE ticket_id = ANY($1::uuid[])`,
      [[ids[3], ids[12]]],
    );
    await routing.service.query(`UPDATE ticket_lease SET node_code = 'WS-370402' WHERE ticket_id = $1`, [ids[6]]);
    everything = await list(dispatcher, {});
    expect(everything).toHaveLength(items.length);
  });
  afterAll(() => routing.stop());

  it('finds by what a clerk types, literally and whatever the case', async () => {
    const all = await list(dispatcher, {});
    const [first] = all;
    const named = (name: string | undefined) => idsOf(all.filter(({ enterprise }) => enterprise.name === name));

    expect(idsOf(await list(dispatcher, { q: first?.ticketNo.toLowerCase() ?? '' }))).toEqual([first?.id]);
    expect(idsOf(await list(dispatcher, { q: ' TK-' }))).toEqual(idsOf(all));
    expect(idsOf(await list(dispatcher, { q: '隆博精密' }))).toEqual(named(NAMES[0]));
    expect(idsOf(await list(dispatcher, { q: '0%棉_' }))).toEqual(named(NAMES[1]));
    expect(idsOf(await list(dispatcher, { q: 'abc' }))).toEqual(named(NAMES[2]));
    expect(await list(dispatcher, { q: '\\' })).toEqual([]);
    expect(await list(dispatcher, { q: '隆_' })).toEqual([]);
    expect((await dispatcher.get('/api/v1/tickets?q=%20')).status).toBe(400);
    expect((await dispatcher.get(`/api/v1/tickets/counts?q=${'q'.repeat(61)}`)).status).toBe(400);
  });

  it('knows what is mine: assigned to me, or claimed by me and neither lapsed nor gone to another office', async () => {
    const mine = await list(clerk, { mine: 'true' });

    expect(mine.length).toBeGreaterThanOrEqual(3);
    expect(idsOf(mine)).toEqual(
      idsOf(everything.filter((ticket) => fits(ticket, { mine: 'true' }, 'clerk-1') && ticket.domain === 'metrology')),
    );
    expect(everything.filter(({ lease }) => lease).length).toBe(6);
  });

  it('means the same in lists and counts, whatever is combined (120 filters, three callers)', async () => {
    const random = randomBy(20_261_124);
    const one = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
    const choices: Record<string, () => string> = {
      node: () => one(['WS-370481', 'WS-370481901', 'WS-370402', 'HUB-370400']),
      status: () => one(['ROUTED', 'ACCEPTED', 'PAUSED', 'ROUTED,ACCEPTED,RETURNED', 'RESOLVED']),
      sla: () => one(['ON_TIME', 'AT_RISK', 'PAUSED', 'AT_RISK,PAUSED', 'ON_TIME,PAUSED']),
      domain: () => one(['metrology', 'consulting']),
      enterpriseUscc: () => one(['91370481XD4164886N', '91370402XD7632673D']),
      mine: () => one(['true', 'false']),
      q: () => one(['有限公司', '厂', 'TK-', 'tk-jl', '精密机械', '0%棉', '没有的']),
    };
    const callers = [
      { by: dispatcher, me: 'dispatcher-1', sees: everything },
      { by: clerk, me: 'clerk-1', sees: everything.filter(({ nodeCode }) => nodeCode.startsWith('WS-370481')) },
      {
        by: await routing.as(PARK, 'lead', 'clerk-2'),
        me: 'clerk-2',
        sees: everything.filter(({ nodeCode }) => nodeCode === 'WS-370481901'),
      },
    ];
    let shown = 0;
    for (let run = 0; run < 120; run++) {
      const { by, me, sees } = one(callers);
      const filter: Filter = {};
      for (const [name, choose] of Object.entries(choices)) if (random() < 0.35) filter[name] = choose();
      if (filter.node === 'WS-370481' && random() < 0.5) filter.subtree = 'true';

      const listed = await list(by, filter);
      const { body } = await by.get(`/api/v1/tickets/counts?${path(filter)}`);

      const wanted = sees.filter((ticket) => fits(ticket, filter, me));
      expect({ filter, ids: idsOf(listed) }).toEqual({ filter, ids: idsOf(wanted) });
      expect({ filter, total: body.total, capped: body.capped }).toEqual({
        filter,
        total: listed.length,
        capped: false,
      });
      for (const [status, count] of Object.entries(body.byStatus)) {
        expect(listed.filter((ticket) => ticket.status === status)).toHaveLength(count as number);
      }
      for (const [sla, count] of Object.entries(body.bySla)) {
        expect(listed.filter((ticket) => ticket.sla === sla)).toHaveLength(count as number);
      }
      shown += listed.length;
    }
    expect(shown).toBeGreaterThan(300);
  });
});
