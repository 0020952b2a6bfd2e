import { FixedClock, shanghaiInstant } from '@nqi/kernel';
import type { HttpClient } from '@nqi/test-kit';
import { eventually } from '@nqi/test-kit';
import { TermsChangeRepository } from '../src/terms/terms-changes.repository.js';
import { anItem } from './builders/events.js';
import { RoutingProcess } from './builders/routing-process.js';
import { COUNTY, HUB, TestRouting } from './builders/service.js';

const TUESDAY_NINE = shanghaiInstant('2026-11-24', '09:00');
const TUESDAY_TEN = shanghaiInstant('2026-11-24', '10:00');
const POLICIES = '/api/v1/routing/sla-policies';
const close = (date: string) => shanghaiInstant(date, '17:30').toISOString();
const put = (by: HttpClient, path: string, body: unknown) =>
  by.send('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
const CHANGES = `
  SELECT ticket_id, count(*)::integer AS times, min(detail->>'policyVersion') AS policy FROM ticket_history
  WHERE event = 'TicketPromiseChanged' GROUP BY 1 ORDER BY 1`;

describe('terms', () => {
  let routing: TestRouting;
  let clock: FixedClock;
  let dispatcher: HttpClient;
  let administrator: HttpClient;

  beforeEach(async () => {
    clock = new FixedClock(TUESDAY_NINE);
    routing = await TestRouting.start({ clock });
    dispatcher = await routing.as(HUB, 'dispatcher', 'dispatcher');
    administrator = await routing.as(HUB, 'administrator', 'administrator');
  });
  afterEach(() => routing.stop());

  /** Publishes a policy by two people, in force from ten o'clock. */
  const publish = async (version: string, change: Record<string, unknown>, from = TUESDAY_TEN) => {
    const { content } = (await dispatcher.get(`${POLICIES}/shipped-1`)).body;
    const drafted = await dispatcher.post(POLICIES, {
      version,
      basedOn: 'shipped-1',
      content: { ...content, ...change },
    });
    expect(drafted.status).toBe(201);
    await dispatcher.post(`${POLICIES}/${version}/propose`, { effectiveFrom: from.toISOString() });
    const own = await dispatcher.post(`${POLICIES}/${version}/approve`);
    expect([own.status, own.body.type]).toEqual([409, 'SLA_POLICY.SAME_PERSON']);
    expect((await administrator.post(`${POLICIES}/${version}/approve`)).status).toBe(200);
  };
  const twoDays = { accept: { unit: 'working-day', n: 2 }, 'first-response': { unit: 'working-day', n: 2 } };
  /** Signed in anew, since an hour may have passed. */
  const changes = async () =>
    (await (await routing.as(HUB, 'administrator')).get('/api/v1/routing/terms-changes')).body.items;

  it('reach every open ticket once, with three replicas at it', async () => {
    const seen = await routing.watchTickets();
    const ids = await routing.route(...Array.from({ length: 40 }, () => anItem()));
    await publish('2026.2', { openTickets: 'migrate', limits: twoDays });
    const replicas = await Promise.all([routing.service.replica(), routing.service.replica()]);
    try {
      clock.set(TUESDAY_TEN);
      const passes = [routing.service.app, ...replicas.map(({ app }) => app)].map((app) =>
        app.get(TermsChangeRepository),
      );
      const change = await passes[0]?.next(TUESDAY_TEN);
      await Promise.all(passes.flatMap((each) => (change ? [each.renewSome(change, TUESDAY_TEN, 100)] : [])));

      const once = [...ids].sort().map((ticket_id) => ({ ticket_id, times: 1, policy: '2026.2' }));
      expect(await routing.service.query(CHANGES)).toEqual(once);
      const told = ({ type }: { type: string }) => type.endsWith('TicketPromiseChanged');
      await eventually(() => expect(seen.filter(told)).toHaveLength(ids.length));
      const { body } = await (await routing.as(COUNTY)).get(`/api/v1/tickets/${ids[0]}`);
      expect(body).toMatchObject({ acceptDueAt: close('2026-11-26'), policyVersion: '2026.2', version: 2 });
      expect(body.standing.nextTimer.clock).toBe('accept');
      expect(body.clocks.map(({ name }: { name: string }) => name)).toEqual([
        'accept',
        'first-response',
        'provider',
        'complete',
        'stage',
      ]);
      clock.set(shanghaiInstant('2026-11-24', '10:02'));
      await eventually(async () => {
        expect(await changes()).toMatchObject([{ tickets: 40, failed: 0, doneAt: expect.any(String) }]);
      }, 20_000);
    } finally {
      for (const replica of replicas) await replica.stop();
    }
  }, 90_000);

  it('of a new policy are what later tickets are promised, by the first rule that fits', async () => {
    const [kept] = await routing.route(anItem());
    const urgent = { urgencies: ['normal'], services: ['MET-*'], limits: { complete: { unit: 'working-day', n: 2 } } };
    await publish('2026.2', { openTickets: 'keep', rules: [urgent] });
    clock.set(TUESDAY_TEN);

    const [later] = await routing.route(anItem());

    const clerk = await routing.as(COUNTY);
    const read = async (id: string | undefined) => (await clerk.get(`/api/v1/tickets/${id}`)).body;
    expect(await read(later)).toMatchObject({ completeDueAt: close('2026-11-26'), policyVersion: '2026.2' });
    expect(await read(kept)).toMatchObject({ completeDueAt: close('2026-12-08'), policyVersion: 'shipped-1' });
    expect(await changes()).toEqual([]);
  });

  it('of a new calendar make an estimate certain, and leave a day out that was wrong', async () => {
    const [id] = await routing.route(anItem({ limitDays: 40 }));
    const clerk = await routing.as(COUNTY);
    const read = async () => (await clerk.get(`/api/v1/tickets/${id}`)).body;
    expect((await read()).dueEstimated).toBe(true);
    const newYear = { date: '2027-01-01', type: 'holiday', nameZh: '元旦', nameEn: 'New Year' };
    const refused = await put(clerk, '/api/v1/calendar/years/2027', { days: [newYear], source: '国务院办公厅' });
    expect(refused.status).toBe(403);
    const gap = await put(administrator, '/api/v1/calendar/years/2029', { days: [], source: '国务院办公厅' });
    expect([gap.status, gap.body.type]).toEqual([422, 'CALENDAR.YEAR_OUT_OF_LINE']);

    const published = await put(administrator, '/api/v1/calendar/years/2027', {
      days: [newYear],
      source: '国务院办公厅',
    });

    expect(published.body).toMatchObject({ version: 2, coverageUntil: '2027-12-31', source: '国务院办公厅' });
    await eventually(async () => {
      expect(await read()).toMatchObject({ dueEstimated: false, calendarVersion: 2, version: 2 });
    }, 15_000);
    const { body } = await clerk.get('/api/v1/calendar/days?year=2027');
    expect(body.days).toEqual([{ date: '2027-01-01', type: 'holiday', name: { zh: '元旦', en: 'New Year' } }]);
  });

  it('let an office keep hours of its own, by which it accepts', async () => {
    const path = '/api/v1/network/nodes/WS-370481/calendar';
    const wrong = await put(administrator, path, { windows: [{ start: '12:00', end: '08:30' }] });
    expect(wrong.status).toBe(422);
    const hours = { windows: [{ start: '08:00', end: '12:00' }] };
    expect((await put(administrator, path, hours)).body).toMatchObject({ version: 2, calendar: hours });

    const [id] = await routing.route(anItem());

    const clerk = await routing.as(COUNTY);
    expect((await clerk.get(path)).body.calendar).toEqual(hours);
    expect((await clerk.get(`/api/v1/tickets/${id}`)).body).toMatchObject({
      acceptDueAt: shanghaiInstant('2026-11-25', '12:00').toISOString(),
      completeDueAt: close('2026-12-08'),
    });
  });
});

describe('a pass over open tickets that is killed', () => {
  it('before a commit leaves that ticket as it was, and the next ones bring it the change once', async () => {
    const routing = await TestRouting.start({ clock: new FixedClock(TUESDAY_NINE) });
    const processes: RoutingProcess[] = [];
    try {
      const ids = await routing.route(...Array.from({ length: 5 }, () => anItem()));
      await routing.service.down();
      await routing.service.query(`
        INSERT INTO sla_policy SELECT 'next', status, version, jsonb_set(jsonb_set(content, '{openTickets}', '"migrate"'),
          '{limits,accept,n}', '3'), drafted_by, created_at, proposed_by, approved_by, now(), published_at, 1
        FROM sla_policy`);
      await routing.service.query(`
        INSERT INTO terms_change (cause, version, open_tickets, effective_from, created_at)
        VALUES ('POLICY', 'next', 'migrate', now(), now())`);

      processes.push(RoutingProcess.start(routing.service, 'routing.terms-before-commit'));
      expect(await processes[0]?.death()).toBe('SIGKILL');
      expect(await routing.service.query(CHANGES)).toEqual([]);
      processes.push(RoutingProcess.start(routing.service), RoutingProcess.start(routing.service));

      const once = [...ids].sort().map((ticket_id) => ({ ticket_id, times: 1, policy: 'next' }));
      await eventually(async () => expect(await routing.service.query(CHANGES)).toEqual(once), 90_000);
      const [change] = await routing.service.query('SELECT tickets, failed FROM terms_change');
      expect(change).toEqual({ tickets: 5, failed: 0 });
    } finally {
      for (const each of processes) await each.stop('SIGKILL');
      await routing.stop();
    }
  }, 180_000);
});
