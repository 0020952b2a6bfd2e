import { FixedClock, shanghaiInstant } from '@nqi/kernel';
import { eventually } from '@nqi/test-kit';
import { TimerRepository } from '../src/clocks/timers.repository.js';
import { anItem } from './builders/events.js';
import { RoutingProcess } from './builders/routing-process.js';
import { COUNTY, HUB, TestRouting } from './builders/service.js';

const TUESDAY_NINE = shanghaiInstant('2026-11-24', '09:00');
/** The accept limit of Wednesday 17:30 has passed, a working day after it has not. */
const THURSDAY = shanghaiInstant('2026-11-26', '08:30');
const FRIDAY = shanghaiInstant('2026-11-27', '08:30');
const CLIMBED = `
  SELECT ticket_id, event, actor FROM ticket_history
  WHERE event IN ('TicketRungReached', 'TicketTransferred') ORDER BY ticket_id, version`;

describe('the escalation ladder', () => {
  let routing: TestRouting;
  let clock: FixedClock;

  beforeEach(async () => {
    clock = new FixedClock(TUESDAY_NINE);
    routing = await TestRouting.start({ clock });
  });
  afterEach(() => routing.stop());

  /** Fires everything that is due at a time. */
  const passAt = async (now: Date) => {
    clock.set(now);
    await routing.service.app.get(TimerRepository).fireDue(now, 1000);
  };

  it('fires each rung once per ticket, however many runners there are', async () => {
    const seen = await routing.watchTickets();
    const ids = await routing.route(...Array.from({ length: 40 }, () => anItem()));
    const replicas = await Promise.all([routing.service.replica(), routing.service.replica()]);
    try {
      await passAt(THURSDAY);
      clock.set(FRIDAY);
      const runners = [routing.service.app, ...replicas.map(({ app }) => app)].map((app) => app.get(TimerRepository));
      await Promise.all(runners.flatMap((runner) => [runner.fireDue(FRIDAY, 200), runner.fireDue(FRIDAY, 200)]));

      const expected = [...ids].sort().flatMap((ticket_id) => [
        { ticket_id, event: 'TicketRungReached', actor: 'system' },
        { ticket_id, event: 'TicketTransferred', actor: 'system' },
      ]);
      await eventually(async () => expect(await routing.service.query(CLIMBED)).toEqual(expected));
      const moved = ({ type }: { type: string }) => type.endsWith('TicketTransferred');
      await eventually(() => expect(seen.filter(moved)).toHaveLength(ids.length));
      expect(
        await routing.service.query(
          `SELECT DISTINCT node_code, priority, version, jsonb_array_length(escalations) AS rungs FROM ticket`,
        ),
      ).toEqual([{ node_code: 'HUB-370400', priority: 2, version: 5, rungs: 3 }]);
    } finally {
      for (const replica of replicas) await replica.stop();
    }
  }, 60_000);

  it('shows a late ticket to the hub with what fired and what comes next, before what is due earlier', async () => {
    const [late] = await routing.route(anItem());
    await passAt(FRIDAY);
    const [fresh] = await routing.route(anItem({ limitDays: 1 }));
    const hub = await routing.as(HUB);

    const { body } = await hub.get(`/api/v1/tickets/${late}`);
    expect(body).toMatchObject({
      nodeCode: 'HUB-370400',
      priority: 2,
      escalations: [
        { clock: 'accept', rung: 'at-risk', outcome: 'NOTIFIED', audience: 'holder' },
        { clock: 'accept', rung: 'breach', outcome: 'RAISED', audience: 'node-lead' },
        { clock: 'accept', rung: 'overdue-1', outcome: 'LIFTED', audience: 'parent-lead', toNodeCode: 'HUB-370400' },
      ],
      standing: { nextTimer: { clock: 'accept', kind: 'overdue-2', dueAt: '2026-11-27T09:30:00.000Z' } },
    });
    const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
    expect(idsOf((await hub.get('/api/v1/tickets?sort=completeDueAt')).body)).toEqual([fresh, late]);
    const first = (await hub.get('/api/v1/tickets?sort=priority&limit=1')).body;
    expect(idsOf(first)).toEqual([late]);
    const second = (await hub.get(`/api/v1/tickets?sort=priority&limit=1&cursor=${first.nextCursor}`)).body;
    expect(idsOf(second)).toEqual([fresh]);
    expect((await (await routing.as(COUNTY)).get(`/api/v1/tickets/${late}`)).status).toBe(404);
  });

  it('ends a pause at its limit, and another one at its own', async () => {
    const [id] = await routing.route(anItem());
    let clerk = await routing.as(COUNTY);
    const pause = async (reasonCode: string) =>
      expect((await clerk.post(`/api/v1/tickets/${id}/pause`, { reasonCode })).status).toBe(200);
    await clerk.post(`/api/v1/tickets/${id}/accept`);
    await pause('WAIT_PAYMENT');
    const { body } = await clerk.get(`/api/v1/tickets/${id}`);
    expect(body.standing).toMatchObject({
      nextTimer: { clock: 'pause', dueAt: '2026-12-08T09:30:00.000Z' },
      standsFor: 'WAIT_PAYMENT',
    });

    await passAt(shanghaiInstant('2026-12-08', '17:29'));
    expect(await routing.status(id as string)).toBe('PAUSED');
    await passAt(shanghaiInstant('2026-12-08', '17:30'));
    expect(await routing.status(id as string)).toBe('ACCEPTED');
    // The sign-in of two weeks ago has run out.
    clerk = await routing.as(COUNTY);
    await pause('WAIT_SAMPLE');
    await passAt(shanghaiInstant('2026-12-30', '08:30'));

    expect(await routing.status(id as string)).toBe('ACCEPTED');
    const ends = await routing.service.query(
      `SELECT actor FROM ticket_history WHERE ticket_id = $1 AND detail->>'cause' = 'PAUSE_LIMIT'`,
      [id],
    );
    expect(ends).toEqual([{ actor: 'system' }, { actor: 'system' }]);
  });
});

describe('a runner that is killed on a rung', () => {
  it('before its commit lifts nothing, and the next one lifts once', async () => {
    const clock = new FixedClock(TUESDAY_NINE);
    const routing = await TestRouting.start({ clock });
    const processes: RoutingProcess[] = [];
    try {
      await routing.route(anItem());
      clock.set(THURSDAY);
      await routing.service.app.get(TimerRepository).fireDue(THURSDAY, 10);
      await routing.service.down();
      await routing.service.query(
        `UPDATE ticket_timer SET due_at = now() - interval '1 minute' WHERE kind = 'overdue-1' AND clock = 'accept'`,
      );

      processes.push(RoutingProcess.start(routing.service, 'routing.timer-before-commit'));
      expect(await processes[0]?.death()).toBe('SIGKILL');
      expect(await routing.service.query(CLIMBED)).toEqual([]);
      processes.push(RoutingProcess.start(routing.service), RoutingProcess.start(routing.service));

      await eventually(async () => expect(await routing.service.query(CLIMBED)).toHaveLength(2));
      expect(await routing.service.query('SELECT node_code FROM ticket')).toEqual([{ node_code: 'HUB-370400' }]);
    } finally {
      for (const each of processes) await each.stop('SIGKILL');
      await routing.stop();
    }
  });
});
