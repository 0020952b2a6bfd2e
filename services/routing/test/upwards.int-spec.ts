import { FixedClock, SystemClock, newId, shanghaiInstant } from '@nqi/kernel';
import { newSigningSecret } from '@nqi/platform';
import { StandInProvince, eventually, type HttpClient } from '@nqi/test-kit';
import { anItem, cancelled, corrected, type Item } from './builders/events.js';
import { RoutingProcess } from './builders/routing-process.js';
import { HUB, TestRouting } from './builders/service.js';

const PROVINCE = 'PROV-370000';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The law gives it to the province. */
const patternApproval = (): Item =>
  anItem({
    serviceCode: 'MET-007',
    form: { instruments: [{ name: '新型电能表', qty: 1 }], contactName: '张三', note: '电话13800005678' },
  });

describe('what the city cannot serve', () => {
  const clock = new FixedClock(shanghaiInstant('2026-11-24', '09:30'));
  const province = new StandInProvince(clock);
  let routing: TestRouting;
  let dispatcher: HttpClient;

  beforeAll(async () => {
    await province.connect();
    routing = await TestRouting.start({ clock });
    dispatcher = await routing.as(HUB, 'dispatcher');
  });
  afterAll(async () => {
    await routing?.stop();
    await province.disconnect();
  });
  beforeEach(() => {
    Object.assign(province, { answers: [200], slowMs: 0, statuses: [], beforeAnswer: async () => undefined });
  });

  /** Tokens grow old with the clock. */
  async function later(ms: number): Promise<void> {
    clock.advance(ms);
    dispatcher = await routing.as(HUB, 'dispatcher');
  }

  async function handedOver(item = patternApproval()): Promise<{ ticketId: string; version: number }> {
    const [ticketId = ''] = await routing.route(item);
    await eventually(() => expect(province.types(ticketId)).toContain('ticket.handed-over'));
    return { ticketId, version: province.handover(ticketId)?.version ?? 0 };
  }

  const say = (status: Parameters<StandInProvince['say']>[1], how = {}) =>
    province.say(routing.service.url, status, how);
  const handoverOf = async (ticketId: string) => {
    const { body } = await dispatcher.get('/api/v1/upwards/handovers?limit=200');
    const { id } = body.items.find((each: { ticketId: string }) => each.ticketId === ticketId);
    return (await dispatcher.get(`/api/v1/upwards/handovers/${id}`)).body;
  };

  it('is handed up signed and without what speaks of people, and goes its way by callbacks', async () => {
    const item = patternApproval();
    const { ticketId, version } = await handedOver(item);
    const told = province.handover(ticketId);
    expect(told).toMatchObject({ requestNo: expect.stringContaining('ZZ-JL'), serviceCode: 'MET-007', version });
    expect(JSON.stringify(told)).not.toMatch(/13800005678|联系人|张三/);
    const ticket = await dispatcher.get(`/api/v1/tickets/${ticketId}`);
    expect(ticket.body).toMatchObject({ standing: { standsFor: 'WITH_PROVINCE' }, actions: ['assign', 'transfer'] });

    const about = { ticketId, version, reference: 'SD-1' };
    expect(await say({ ...about, sequence: 1, status: 'ACCEPTED' })).toMatchObject({
      status: 200,
      outcome: 'FOLLOWED',
    });
    await say({ ...about, sequence: 2, status: 'RETURNED', missing: ['总装图'] });
    await routing.reaches(ticketId, 'RETURNED');
    await routing.service.kafka.publish(corrected(item, { note: '已补总装图' }));
    await eventually(() => expect(province.types(ticketId)).toEqual(['ticket.handed-over', 'ticket.corrected']));
    await say({ ...about, sequence: 3, status: 'IN_PROGRESS' });
    const deliverables = [{ number: 'SD-2026-0007', url: 'https://province.example.cn/v/7' }];
    await say({ ...about, sequence: 4, status: 'RESOLVED', resolution: '已批准', deliverables });

    expect(await routing.events(ticketId)).toEqual([
      'TicketRouted',
      'TicketHandedUp',
      'TicketAccepted',
      'TicketReturned',
      'TicketResumed',
      'TicketStarted',
      'TicketResolved',
    ]);
    await eventually(async () =>
      expect(await handoverOf(ticketId)).toMatchObject({
        state: 'RESOLVED',
        reference: 'SD-1',
        sequence: 4,
        untold: 0,
        words: [{ outcome: 'FOLLOWED' }, {}, {}, { body: { deliverables } }],
        messages: [{ type: 'ticket.handed-over', state: 'DELIVERED' }, { type: 'ticket.corrected' }],
      }),
    );
  });

  it('hears late, doubled, overtaken and contradictory words without harm', async () => {
    const { ticketId, version } = await handedOver();
    const about = { ticketId, version };
    const id = newId();
    const first = { ...about, sequence: 3, status: 'IN_PROGRESS' };
    const twice = await Promise.all([say(first, { id }), say(first, { id })]);
    expect(twice.map(({ outcome }) => outcome)).toEqual(['FOLLOWED', 'FOLLOWED']);
    expect((await say({ ...first, sequence: 4 }, { id })).type).toContain('UPWARDS.MESSAGE_REUSED');
    expect((await say({ ...about, sequence: 1, status: 'ACCEPTED' })).outcome).toBe('OVERTAKEN');
    expect((await say({ ...about, sequence: 3, status: 'REFUSED', reason: '否' })).outcome).toBe('CONTRADICTED');
    expect((await say({ ...about, version: version + 7, sequence: 9, status: 'RESOLVED' })).outcome).toBe(
      'NOT_AWAITED',
    );
    expect((await say({ ...about, ticketId: newId(), sequence: 9, status: 'RESOLVED' })).status).toBe(404);
    expect((await say({ ...about, sequence: 9, status: 'RETURNED' })).type).toContain('UPWARDS.NOTHING_MISSING');
    await say({ ...about, sequence: 5, status: 'RESOLVED' });
    expect((await say({ ...about, sequence: 6, status: 'REFUSED', reason: '否' })).outcome).toBe('CONTRADICTED');
    expect(await routing.events(ticketId)).toEqual([
      'TicketRouted',
      'TicketHandedUp',
      'TicketAccepted',
      'TicketStarted',
      'TicketResolved',
    ]);
  });

  it('listens to nobody who has not signed, has signed otherwise, or long ago', async () => {
    const { ticketId, version } = await handedOver();
    const word = { ticketId, version, sequence: 1, status: 'ACCEPTED' };
    const old = new Date(clock.now().getTime() - 6 * MINUTE);
    for (const how of [{ secret: newSigningSecret() }, { at: old }]) {
      const answer = await say(word, how);
      expect([answer.status, answer.type]).toEqual([403, expect.stringContaining('UPWARDS.BAD_SIGNATURE')]);
    }
    const anybody = await routing.service.as();
    expect((await anybody.post('/api/v1/upwards/statuses', word)).status).toBe(403);
    expect((await dispatcher.post('/api/v1/upwards/statuses', word)).status).toBe(403);
    expect(await routing.status(ticketId)).toBe('ROUTED');
    const clerk = await routing.as(`${HUB}/WS-370481`);
    expect((await clerk.get('/api/v1/upwards/handovers')).status).toBe(403);
  });

  it('comes back to the hub when it is refused, and may be handed up again', async () => {
    const { ticketId, version } = await handedOver();
    await say({ ticketId, version, sequence: 1, status: 'ACCEPTED' });
    await say({ ticketId, version, sequence: 2, status: 'REFUSED', reason: '不属省级事权' });
    const queue = await dispatcher.get('/api/v1/triage?limit=200');
    expect(queue.body.items.map(({ ticket }: { ticket: { id: string } }) => ticket.id)).toContain(ticketId);

    const again = { nodeCode: PROVINCE, reason: '再次上报' };
    expect((await dispatcher.post(`/api/v1/triage/${ticketId}/place`, again)).status).toBe(200);
    await eventually(() => expect(province.types(ticketId)).toEqual(['ticket.handed-over', 'ticket.handed-over']));
    expect((await say({ ticketId, version, sequence: 3, status: 'RESOLVED' })).outcome).toBe('CONTRADICTED');
    const { version: second = 0 } = province.handover(ticketId) ?? {};
    expect((await say({ ticketId, version: second, sequence: 1, status: 'ACCEPTED' })).outcome).toBe('FOLLOWED');
  });

  it('is heard of before the province has answered, and from a province that is slow', async () => {
    province.slowMs = 300;
    const outcomes: unknown[] = [];
    province.beforeAnswer = async ({ type, data: { ticketId = '', version = 0 } }) => {
      if (type !== 'ticket.handed-over') return;
      outcomes.push((await say({ ticketId, version, sequence: 1, status: 'ACCEPTED' })).outcome);
    };
    const { ticketId } = await handedOver();
    await routing.reaches(ticketId, 'ACCEPTED');
    await eventually(() => expect(outcomes).toEqual(['FOLLOWED']));
  });

  it('is asked about when nothing is heard, and only a signed answer counts', async () => {
    const { ticketId, version } = await handedOver();
    province.statuses = [
      { ticketId, version, sequence: 2, status: 'RESOLVED', resolution: '已办结', at: clock.now().toISOString() },
      { ticketId, version, sequence: 1, status: 'ACCEPTED', at: clock.now().toISOString() },
      { ticketId: 'nonsense', version, sequence: 1, status: 'ACCEPTED' },
    ];
    const ask = async () => {
      const before = province.asked;
      await later(16 * MINUTE);
      await eventually(() => expect(province.asked).toBeGreaterThan(before));
    };
    province.signsWith = newSigningSecret();
    await ask();
    expect(await routing.status(ticketId)).toBe('ROUTED');
    province.signsWith = province.secret;
    await ask();
    await routing.reaches(ticketId, 'RESOLVED');
    expect((await handoverOf(ticketId)).words).toMatchObject([{ channel: 'POLL', sequence: 1 }, { sequence: 2 }]);
  }, 60_000);

  it('loses nothing while the province is down for an hour: in order, each once, and caught up when it is back', async () => {
    await province.down();
    const items = Array.from({ length: 50 }, patternApproval);
    const ids = await routing.route(...items);
    await eventually(async () => expect(await waiting()).toBeGreaterThanOrEqual(50));
    await routing.service.kafka.publish(cancelled(items[0]!));
    await routing.reaches(ids[0]!, 'CANCELLED');
    for (let minutes = 0; minutes < 60; minutes += 20) {
      await later(20 * MINUTE);
      // Every first message of a ticket was tried once more, in vain.
      await eventually(async () => expect(await neverTried(minutes / 20 + 1)).toBe(0));
    }
    expect([...province.taken.values()].filter(({ data }) => ids.includes(data.ticketId ?? ''))).toEqual([]);
    const parked = await routing.service.query(`SELECT FROM outbound_delivery WHERE state = 'PARKED'`);
    expect(parked).toEqual([]);

    province.answers = [500, 200];
    await province.up();
    await later(HOUR);

    await eventually(async () => expect(await waiting()).toBe(0));
    for (const id of ids) {
      const types = [...province.taken.values()].filter(({ data }) => data.ticketId === id).map(({ type }) => type);
      expect(types).toEqual(id === ids[0] ? ['ticket.handed-over', 'ticket.withdrawn'] : ['ticket.handed-over']);
    }
    // One was answered 500 and came twice; every other one came once.
    expect(province.arrived.filter(({ data }) => ids.includes(data.ticketId ?? ''))).toHaveLength(52);
  }, 90_000);

  const waiting = async () => {
    const rows = await routing.service.query(`SELECT FROM outbound_delivery WHERE state <> 'DELIVERED'`);
    return rows.length;
  };
  const neverTried = async (times: number) => {
    const rows = await routing.service.query(
      `SELECT FROM outbound_delivery d WHERE state = 'WAITING' AND (attempts < $1 OR claim IS NOT NULL)
       AND type = 'ticket.handed-over'`,
      [times],
    );
    return rows.length;
  };
});

describe('a city without a connection, and one that dies', () => {
  const processes: RoutingProcess[] = [];
  let routing: TestRouting;

  beforeAll(async () => {
    routing = await TestRouting.start();
  });
  afterAll(async () => {
    for (const each of processes) await each.stop('SIGKILL');
    await routing?.stop();
  });

  it('leaves its tickets at the province for people and says why; once connected, no crash loses or doubles them', async () => {
    const dispatcher = await routing.as(HUB, 'dispatcher');
    const [id = ''] = await routing.route(patternApproval());
    expect((await dispatcher.get('/api/v1/upwards/connection')).body).toEqual({
      connected: false,
      reason: 'PROVINCE_NOT_CONNECTED',
      waiting: 1,
    });
    const { body } = await dispatcher.get(`/api/v1/tickets/${id}`);
    expect(body).toMatchObject({ standing: { standsFor: 'PROVINCE_NOT_CONNECTED' } });
    expect(body.actions).toContain('accept');
    expect((await dispatcher.post('/api/v1/upwards/statuses', {})).status).toBe(404);

    await routing.service.down();
    const province = await new StandInProvince(new SystemClock()).connect();
    try {
      const doomed = RoutingProcess.start(routing.service, 'outbound.after-send');
      processes.push(doomed);
      expect(await doomed.death()).toBe('SIGKILL');
      expect(province.types(id)).toEqual(['ticket.handed-over']);
      // As if the time had passed after which the dead one's claim lapses.
      await routing.service.query('UPDATE outbound_delivery SET next_attempt_at = now()');
      processes.push(RoutingProcess.start(routing.service));
      await eventually(() => expect(province.types(id)).toEqual(['ticket.handed-over', 'ticket.handed-over']), 40_000);
      await eventually(async () =>
        expect(await routing.service.query('SELECT state, attempts FROM outbound_delivery')).toEqual([
          { state: 'DELIVERED', attempts: 2 },
        ]),
      );
      expect(province.taken.size).toBe(1);
      expect(new Set(province.headers.map((headers) => headers['webhook-id'])).size).toBe(1);
      expect(await routing.events(id)).toEqual(['TicketRouted', 'TicketHandedUp']);
    } finally {
      await province.disconnect();
    }
  }, 90_000);
});
