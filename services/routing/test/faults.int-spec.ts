import { newId } from '@nqi/kernel';
import { eventually, staffOf, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { LoadRepository } from '../src/rules/loads.repository.js';
import { advice, anItem, cancelled, corrected, jobCompleted, jobOpened, ready, type Item } from './builders/events.js';
import { RoutingProcess } from './builders/routing-process.js';
import { COUNTY, HUB, TestRouting } from './builders/service.js';

/** Not compared with what the others heard. */
const SILENT = ['TicketPaused', 'TicketRungReached'];
/** A person's override that moves a ticket is a transfer to the others. */
const toldAs = (event: string): string => (event === 'TicketOverridden' ? 'TicketTransferred' : event);
const GAPS = `
  SELECT t.id FROM ticket t LEFT JOIN ticket_history h ON h.ticket_id = t.id GROUP BY t.id, t.version
  HAVING count(h.version) <> t.version OR max(h.version) <> t.version OR min(h.version) <> 1`;
/** Open, and neither paused or returned nor with anything that will happen by itself. */
const CLOCKLESS = `
  SELECT t.id, t.status FROM ticket t WHERE t.status NOT IN ('RESOLVED', 'CANCELLED', 'RETURNED') AND NOT EXISTS
    (SELECT FROM ticket_timer x WHERE x.ticket_id = t.id AND x.fired_at IS NULL AND x.due_at IS NOT NULL)`;
const HISTORY = `SELECT ticket_id AS id, version, event FROM ticket_history ORDER BY 1, 2`;

interface Line {
  readonly id: string;
  readonly version: number;
  readonly event: string;
}

describe('routing killed at every step, under load', () => {
  let routing: TestRouting;
  let seen: readonly SeenEvent[];
  const processes: RoutingProcess[] = [];

  beforeEach(async () => {
    routing = await TestRouting.start();
    seen = await routing.watchTickets();
  });
  afterEach(async () => {
    for (const each of processes.splice(0)) await each.stop('SIGKILL');
    await routing.stop();
  });

  const serving = async (failAt?: string) => {
    const started = await RoutingProcess.serving(routing.service, failAt);
    processes.push(started);
    return started;
  };
  const lines = () => routing.service.query<Line & Record<string, unknown>>(HISTORY);

  /** Nothing lost, doubled or left without a clock; what was told to the others is what happened, each once. */
  const audit = async (items: readonly Item[]) => {
    await eventually(async () => expect(await routing.service.query('SELECT 1 FROM outbox')).toEqual([]), 40_000);
    const tickets = await routing.service.query<{ item_id: string }>('SELECT item_id FROM ticket ORDER BY item_id');
    expect(tickets.map(({ item_id }) => item_id)).toEqual(items.map(({ itemId }) => itemId).sort());
    expect(await routing.service.query(GAPS)).toEqual([]);
    expect(await routing.service.query(CLOCKLESS)).toEqual([]);
    expect(await routing.service.deadLetters()).toEqual([]);
    const happened = (await lines())
      .filter(({ event }) => !SILENT.includes(event))
      .map(({ id, version, event }) => `${id} ${version} ${toldAs(event)}`);
    const told = () =>
      [...new Map(seen.map((each) => [each.id, each])).values()]
        .map(({ key, type, content }) => `${key} ${content.ticket.version} ${type.split('.').at(-1)}`)
        .filter((line) => !SILENT.some((silent) => line.endsWith(silent)))
        .sort();
    await eventually(() => expect(told()).toEqual([...happened].sort()), 40_000);
  };

  it.each(['saved', 'committed'])(
    'at what people do, once it is %s: what was answered stands, what was not is done once when it is asked again',
    async (moment) => {
      const items = Array.from({ length: 24 }, () => anItem());
      const ids = await routing.route(...items);
      await routing.service.down();
      const does: Record<string, readonly [event: string, action: string, body: object]> = {
        transfer: ['TicketTransferred', 'transfer', { nodeCode: 'WS-370402', reason: '就近' }],
        override: ['TicketOverridden', 'override', { nodeCode: 'WS-370481', reason: '人工' }],
        return: ['TicketReturned', 'return', { missing: ['材料'] }],
        escalate: ['TicketTransferred', 'escalate', { reason: '能力不足' }],
        accept: ['TicketAccepted', 'accept', {}],
        pause: ['TicketPaused', 'pause', { reasonCode: 'WAIT_SAMPLE' }],
        resume: ['TicketResumed', 'resume', {}],
      };
      const answered = new Map<string, number>();
      const versions = async () => new Map((await lines()).map(({ id, version }) => [id, version]));

      /** Everybody at once; says which were not answered. */
      const load = async (client: HttpClient, targets: readonly string[], action: string, body: object) => {
        const seenVersions = await versions();
        const answers = await Promise.all(
          targets.map(async (id) => {
            const headers = { 'if-match': `"${seenVersions.get(id)}"` };
            const answer = await client.post(`/api/v1/tickets/${id}/${action}`, body, headers).catch(() => undefined);
            if (answer) expect([action, answer.status, answer.body.type]).toEqual([action, 200, undefined]);
            if (answer?.status === 200) answered.set(id, answer.body.version);
            return answer;
          }),
        );
        return targets.filter((_, index) => answers[index] === undefined);
      };
      let asked: { targets: readonly string[]; action: string; body: object } | undefined;
      /** Whoever got no answer looks before asking again, as a person or an If-Match would. */
      const finish = async (client: HttpClient, before: ReadonlyMap<string, number>) => {
        if (!asked) return;
        const now = await versions();
        const undone = asked.targets.filter((id) => now.get(id) === before.get(id));
        expect(await load(client, undone, asked.action, asked.body)).toEqual([]);
      };
      let before = await versions();
      for (const [name, [event, action, body]] of Object.entries(does)) {
        const server = await serving(`routing.${moment}.${event}:3`);
        const client = await routing.service.as(staffOf(HUB, 'dispatcher'), server.url);
        await finish(client, before);
        before = await versions();
        const targets = name === 'return' ? ids.slice(0, 8) : ids.slice(8);
        asked = { targets: await load(client, targets, action, body), action, body };
        expect(await server.death()).toBe('SIGKILL');
      }
      const sound = await serving();
      await finish(await routing.service.as(staffOf(HUB, 'dispatcher'), sound.url), before);

      for (const [id, version] of answered) {
        expect((await lines()).some((line) => line.id === id && line.version === version)).toBe(true);
      }
      const counts: Record<string, number> = {};
      for (const { event } of await lines()) counts[event] = (counts[event] ?? 0) + 1;
      expect(counts).toMatchObject({
        TicketRouted: 24,
        TicketTransferred: 32,
        TicketOverridden: 16,
        TicketReturned: 8,
        TicketAccepted: 16,
        TicketPaused: 16,
        TicketResumed: 16,
      });
      await audit(items);
    },
    600_000,
  );

  it('at what the others tell it, and at a rung: each takes effect once', async () => {
    const old = Array.from({ length: 60 }, (_, index) => (index < 20 ? advice() : anItem()));
    const ids = await routing.route(...old);
    const dispatcher = await routing.as(HUB, 'dispatcher');
    const clerk = await routing.as(COUNTY);
    const group = (from: number) =>
      ids.slice(from, from + 10).map((id, index) => ({ id, item: old[from + index] as Item }));
    for (const { id } of group(20)) await dispatcher.post(`/api/v1/tickets/${id}/return`, { missing: ['材料'] });
    for (const { id } of [...group(30), ...group(40)]) await clerk.post(`/api/v1/tickets/${id}/accept`);
    await routing.caughtUp();
    await routing.service.down();

    const fresh = Array.from({ length: 60 }, () => anItem());
    const accepted = await routing.service.query<{ ticketId: string; institutionId: string }>(
      'SELECT id AS "ticketId", institution_id AS "institutionId" FROM ticket WHERE status = $1',
      ['ACCEPTED'],
    );
    const jobsOf = (tickets: readonly { readonly id: string }[]) =>
      tickets.flatMap(({ id }) =>
        accepted.filter(({ ticketId }) => ticketId === id).map((ticket) => ({ jobId: newId(), ...ticket })),
      );
    const jobs = jobsOf(group(40));
    await routing.service.kafka.publishAll([
      ...fresh.map((item) => ready(item)),
      ...group(0).map(({ item }) => cancelled(item)),
      ...group(20).map(({ item }) => corrected(item, { instruments: [] })),
      ...jobsOf(group(30)).map((job) => jobOpened(job)),
      ...jobs.map((job) => jobOpened(job)),
      ...jobs.map((job) => jobCompleted(job)),
    ]);
    await routing.service.query(
      `UPDATE ticket_timer SET due_at = now() - interval '1 minute'
       WHERE clock = 'accept' AND kind = 'at-risk' AND ticket_id = ANY($1::uuid[])`,
      [group(50).map(({ id }) => id)],
    );

    for (const place of [
      'routing.timer-before-commit:4',
      'routing.committed.TicketSlaAtRisk:2',
      'routing.saved.TicketResumed:3',
      'consumer.before-commit',
      'relay.after-send',
    ]) {
      expect(await (await serving(place)).death()).toBe('SIGKILL');
    }
    await serving();
    await eventually(async () => expect((await routing.service.lag()).total).toBe(0), 60_000);

    await audit([...old, ...fresh]);
    const states = await routing.service.query(
      `SELECT status, count(*)::int FROM ticket WHERE id = ANY($1::uuid[]) GROUP BY 1 ORDER BY 1`,
      [ids],
    );
    expect(states).toEqual([
      { status: 'CANCELLED', count: 10 },
      { status: 'IN_PROGRESS', count: 10 },
      { status: 'RESOLVED', count: 10 },
      { status: 'ROUTED', count: 30 },
    ]);
    const fired = (await lines()).filter(({ event }) => event === 'TicketSlaAtRisk');
    expect(fired.map(({ id }) => id).sort()).toEqual(
      group(50)
        .map(({ id }) => id)
        .sort(),
    );
    await routing.service.up();
    expect(await routing.service.app.get(LoadRepository).differences()).toEqual([]);
  }, 600_000);
});
