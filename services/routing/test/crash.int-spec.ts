import { eventually } from '@nqi/test-kit';
import { anItem, ready, type Item } from './builders/events.js';
import { RoutingProcess } from './builders/routing-process.js';
import { TestRouting } from './builders/service.js';

interface Audit {
  items: number;
  tickets: number;
  decisions: number;
  timers: number;
  histories: number;
}

/** Everything that belongs to a ticket is there with it, and no item has two. */
async function audit(routing: TestRouting): Promise<Audit | undefined> {
  const [counts] = await routing.service.query<Audit>(`
    SELECT count(DISTINCT item_id)::int AS items, count(*)::int AS tickets,
      (SELECT count(*)::int FROM routing_decision) AS decisions,
      (SELECT count(*)::int FROM ticket_timer) AS timers,
      (SELECT count(*)::int FROM ticket_history) AS histories
    FROM ticket`);
  return counts;
}

const whole = (n: number): Audit => ({ items: n, tickets: n, decisions: n, timers: 4 * n, histories: n });

describe('routing under loss', () => {
  let routing: TestRouting;
  const processes: RoutingProcess[] = [];
  const start = (failAt?: string) => {
    const started = RoutingProcess.start(routing.service, failAt);
    processes.push(started);
    return started;
  };
  const items = (count: number): Item[] => Array.from({ length: count }, () => anItem());

  beforeEach(async () => {
    routing = await TestRouting.start({ start: false });
  });
  afterEach(async () => {
    for (const each of processes.splice(0)) await each.stop('SIGKILL');
    await routing.stop();
  });

  it.each(['routing.after-insert:40', 'consumer.after-commit'])(
    'killed at %s gives every item one ticket, and tells of each',
    async (place) => {
      const seen = await routing.watchTickets();
      await routing.service.kafka.publishAll(items(200).map((item) => ready(item)));
      expect(await start(place).death()).toBe('SIGKILL');

      start();

      await eventually(async () => expect(await audit(routing)).toEqual(whole(200)), 40_000);
      await eventually(async () => expect(await routing.service.query('SELECT 1 FROM outbox')).toEqual([]));
      await eventually(() => expect(new Set(seen.map(({ key }) => key)).size).toBe(200));
      expect(new Set(seen.map(({ id }) => id)).size).toBe(200);
      expect(await routing.service.deadLetters()).toEqual([]);
    },
    90_000,
  );

  it('shared by two replicas, one of which dies, gives every item one ticket', async () => {
    const [doomed] = [start(), start()];
    await eventually(async () => expect(await routing.service.members()).toHaveLength(2), 40_000);
    const all = items(600);
    // Every event twice: once more under the same id, as a producer that retries would send it.
    const events = all.map((item, i) => ({
      ...ready(item),
      eventId: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    }));
    await routing.service.kafka.publishAll(events.slice(0, 300));
    await eventually(async () => expect((await audit(routing))?.tickets).toBeGreaterThan(0), 40_000);

    await doomed?.stop('SIGKILL');
    await routing.service.kafka.publishAll([...events.slice(200), ...events.slice(0, 300)]);

    await eventually(async () => expect(await audit(routing)).toEqual(whole(600)), 60_000);
    await eventually(async () => expect((await routing.service.lag()).total).toBe(0), 40_000);
    expect(await audit(routing)).toEqual(whole(600));
  }, 120_000);
});
