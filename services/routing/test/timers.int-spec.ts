import { FixedClock, shanghaiInstant } from '@nqi/kernel';
import { eventually } from '@nqi/test-kit';
import { TimerRepository } from '../src/clocks/timers.repository.js';
import { anItem } from './builders/events.js';
import { RoutingProcess } from './builders/routing-process.js';
import { COUNTY, TestRouting } from './builders/service.js';

const TUESDAY_NINE = shanghaiInstant('2026-11-24', '09:00');
/** After the accept limit (Wednesday 17:30), before four fifths of a ten-day limit. */
const THURSDAY = shanghaiInstant('2026-11-26', '08:30');
const ALARMS = `
  SELECT ticket_id, event, detail->>'clock' AS clock FROM ticket_history
  WHERE event LIKE 'TicketSla%' ORDER BY ticket_id, version`;

describe('timers', () => {
  let routing: TestRouting;
  let clock: FixedClock;

  beforeEach(async () => {
    clock = new FixedClock(TUESDAY_NINE);
    routing = await TestRouting.start({ clock });
  });
  afterEach(() => routing.stop());

  const alarms = () => routing.service.query<{ ticket_id: string; event: string; clock: string }>(ALARMS);

  it('warn and tell of a breach, each once per ticket, however many runners there are', async () => {
    const seen = await routing.watchTickets();
    const ids = await routing.route(...Array.from({ length: 60 }, () => anItem()));
    const replicas = await Promise.all([routing.service.replica(), routing.service.replica()]);
    try {
      clock.set(THURSDAY);
      const now = clock.now();
      const runners = [routing.service.app, ...replicas.map(({ app }) => app)].map((app) => app.get(TimerRepository));
      await Promise.all(runners.flatMap((runner) => [runner.fireDue(now, 200), runner.fireDue(now, 200)]));

      await eventually(async () => expect(await alarms()).toHaveLength(120));
      const expected = [...ids].sort().flatMap((ticket_id) => [
        { ticket_id, event: 'TicketSlaAtRisk', clock: 'accept' },
        { ticket_id, event: 'TicketSlaBreached', clock: 'accept' },
      ]);
      expect(await alarms()).toEqual(expected);
      await eventually(() => expect(seen.filter(({ type }) => type.includes('Sla'))).toHaveLength(120));
      const states = await routing.service.query('SELECT DISTINCT sla, version FROM ticket');
      expect(states).toEqual([{ sla: 'BREACHED', version: 3 }]);
    } finally {
      for (const replica of replicas) await replica.stop();
    }
  }, 60_000);

  it('come by themselves within the poll behind them', async () => {
    const [id] = await routing.route(anItem());

    clock.set(THURSDAY);

    await eventually(async () => expect((await alarms()).map(({ event }) => event)).toHaveLength(2), 10_000);
    const fired = await routing.service.query<{ kind: string }>(
      'SELECT kind FROM ticket_timer WHERE ticket_id = $1 AND fired_at IS NOT NULL ORDER BY kind',
      [id],
    );
    expect(fired).toEqual([{ kind: 'at-risk' }, { kind: 'breach' }]);
  });

  it('of acceptance are gone once the ticket is accepted, and stand still while it is paused', async () => {
    const [accepted, paused] = await routing.route(anItem(), anItem());
    const clerk = await routing.as(COUNTY);
    await clerk.post(`/api/v1/tickets/${accepted}/accept`);
    await clerk.post(`/api/v1/tickets/${paused}/return`, { missing: ['营业执照'] });

    clock.set(THURSDAY);
    await routing.service.app.get(TimerRepository).fireDue(clock.now(), 200);

    expect(await alarms()).toEqual([]);
  });

  it('pass over a ticket that somebody holds and come back to it', async () => {
    const [id] = await routing.route(anItem());
    const timers = routing.service.app.get(TimerRepository);
    const later = new Date(THURSDAY);

    await routing.service.database.transaction(async () => {
      await routing.service.database.query('SELECT 1 FROM ticket WHERE id = $1 FOR UPDATE', [id]);
      // A pass of another replica, which has no part in this transaction.
      const replica = await routing.service.replica();
      expect(await replica.app.get(TimerRepository).fireDue(later, 10)).toEqual({ done: 0, failed: [] });
      await replica.stop();
    });

    expect(await timers.fireDue(later, 10)).toEqual({ done: 1, failed: [] });
  });

  it('leave one ticket that cannot be handled for later and serve the others', async () => {
    const [bad, good] = await routing.route(anItem(), anItem());
    await routing.service.query(`UPDATE ticket SET segments = '[]' WHERE id = $1`, [bad]);

    const { done, failed } = await routing.service.app.get(TimerRepository).fireDue(new Date(THURSDAY), 10);

    expect([done, failed.map(({ id }) => id)]).toEqual([1, [bad]]);
    expect((await alarms()).map(({ ticket_id }) => ticket_id)).toEqual([good, good]);
    await routing.service.query('DELETE FROM ticket_timer WHERE ticket_id = $1', [bad]);
  });
});

describe('a timer runner that is killed', () => {
  it('before its commit says nothing, and the next one says it once', async () => {
    const routing = await TestRouting.start({ clock: new FixedClock(TUESDAY_NINE) });
    const processes: RoutingProcess[] = [];
    try {
      await routing.route(anItem());
      await routing.service.down();
      await routing.service.query(
        `UPDATE ticket_timer SET due_at = now() - interval '1 minute' WHERE clock = 'accept'`,
      );

      processes.push(RoutingProcess.start(routing.service, 'routing.timer-before-commit'));
      expect(await processes[0]?.death()).toBe('SIGKILL');
      expect(await routing.service.query(ALARMS)).toEqual([]);
      processes.push(RoutingProcess.start(routing.service));

      await eventually(async () => expect(await routing.service.query(ALARMS)).toHaveLength(2));
    } finally {
      for (const each of processes) await each.stop('SIGKILL');
      await routing.stop();
    }
  });
});
