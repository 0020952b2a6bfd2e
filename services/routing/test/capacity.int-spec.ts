import { eventually, type HttpClient } from '@nqi/test-kit';
import { LoadRepository } from '../src/rules/loads.repository.js';
import { checkDesks, repairDesks } from '../src/rules/desks.command.js';
import { advice, anItem, cancelled, ready, type Item } from './builders/events.js';
import { HUB, SHIZHONG, TestRouting } from './builders/service.js';

const DESK = 'WS-370402';
const CAP = 20;
/** Notes, independently of the code under test, at every commit how many tickets the desk holds. */
const WATCH = `
  CREATE FUNCTION never_passed() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE held integer;
  BEGIN
    SELECT count(*) INTO held FROM ticket WHERE node_code = '${DESK}' AND status NOT IN ('RESOLVED', 'CANCELLED');
    INSERT INTO seen_load VALUES (held);
    RETURN NULL;
  END $$;
  CREATE TABLE seen_load (held integer);
  CREATE CONSTRAINT TRIGGER never_passed AFTER INSERT OR UPDATE ON ticket DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION never_passed()`;
const OPEN_BY_OFFICE = `
  SELECT node_code, count(*)::int AS open FROM ticket WHERE status NOT IN ('RESOLVED', 'CANCELLED')
  GROUP BY node_code ORDER BY node_code`;

describe('a desk with a limit', () => {
  let routing: TestRouting;
  let administrator: HttpClient;

  beforeEach(async () => {
    routing = await TestRouting.start();
    administrator = await routing.as(HUB, 'administrator', 'administrator');
  });
  afterEach(() => routing.stop());

  const limit = async (path: string, capacity: number) => {
    const json = { 'content-type': 'application/json' };
    const { status, body } = await administrator.send(
      'PATCH',
      `/api/v1/network/${path}`,
      JSON.stringify({ capacity }),
      json,
    );
    expect([status, body]).toEqual([200, expect.objectContaining({ capacity })]);
  };
  const inShizhong = (count: number, differs: Partial<Item> = {}) =>
    Array.from({ length: count }, () => advice({ regionCode: '370402', ...differs }));
  const differences = () => routing.service.app.get(LoadRepository).differences();

  it('never holds more: 200 filings at once, three replicas, with endings and transfers between', async () => {
    await limit(`nodes/${DESK}`, CAP);
    await routing.service.query(WATCH);
    const replicas = await Promise.all([routing.service.replica(), routing.service.replica()]);
    try {
      await eventually(async () => expect(await routing.service.members()).toHaveLength(3), 40_000);
      const all = inShizhong(200);
      await routing.service.kafka.publishAll(all.slice(0, 100).map((item) => ready(item)));
      const first = await Promise.all(all.slice(0, 20).map(({ itemId }) => routing.ticketOf(itemId)));
      const hub = await routing.as(HUB, 'dispatcher');
      const clerk = await routing.as(SHIZHONG);
      const answers = await Promise.all([
        routing.service.kafka.publishAll(all.slice(100).map((item) => ready(item))).then(() => 0),
        routing.service.kafka.publishAll(all.slice(0, 10).map((item) => cancelled(item))).then(() => 0),
        ...first
          .slice(10)
          .map(async (id) => (await clerk.post(`/api/v1/tickets/${id}/escalate`, { reason: '满' })).status),
        ...first.map(
          async (id) => (await hub.post(`/api/v1/tickets/${id}/transfer`, { nodeCode: DESK, reason: '试' })).status,
        ),
      ]);
      await routing.caughtUp();

      expect(answers.filter((status) => ![0, 200, 404, 409, 422].includes(status))).toEqual([]);
      const [{ tickets } = { tickets: 0 }] = await routing.service.query<{ tickets: number }>(
        'SELECT count(*)::int AS tickets FROM ticket',
      );
      expect(tickets).toBe(200);
      const [{ most } = { most: 0 }] = await routing.service.query<{ most: number }>(
        'SELECT max(held) AS most FROM seen_load',
      );
      expect(most).toBe(CAP);
      expect(await differences()).toEqual([]);
      expect(await routing.service.deadLetters()).toEqual([]);
      const lifted = await routing.service.query<{ reason: string }>(
        `SELECT DISTINCT detail->>'reasonCode' AS reason FROM ticket_history WHERE event = 'TicketRouted' ORDER BY 1`,
      );
      expect(lifted).toEqual([{ reason: 'COUNTY_STATION' }, { reason: 'OVERLOADED' }]);
    } finally {
      for (const replica of replicas) await replica.stop();
    }
  }, 90_000);

  it('sends on what it has no room for, says so on the receipt, and takes again once a ticket ends', async () => {
    await limit(`nodes/${DESK}`, 2);
    const items = inShizhong(3);
    const ids = [...(await routing.route(...items.slice(0, 2))), ...(await routing.route(...items.slice(2)))];

    const dispatcher = await routing.as(HUB, 'dispatcher');
    const { body } = await dispatcher.get(`/api/v1/tickets/${ids[2]}/decision`);
    expect(body.node).toMatchObject({
      code: 'WS-370404',
      reasonCode: 'OVERLOADED',
      steps: [
        { nodeCode: DESK, reasonCode: 'COUNTY_STATION', openTickets: 2 },
        { nodeCode: 'WS-370404', reasonCode: 'OVERLOADED', beside: true },
      ],
    });
    const back = { nodeCode: DESK, reason: '试' };
    const refused = await dispatcher.post(`/api/v1/tickets/${ids[2]}/transfer`, back);
    expect([refused.status, refused.body.type, refused.body.errors?.[0]?.pointer ?? refused.body.pointer]).toEqual([
      409,
      'TICKET.DESK_FULL',
      '/nodeCode',
    ]);
    await routing.service.kafka.publish(cancelled(items[0] as Item));
    await routing.reaches(ids[0] as string, 'CANCELLED');
    expect((await dispatcher.post(`/api/v1/tickets/${ids[2]}/transfer`, back)).status).toBe(200);
    expect(await routing.service.query(OPEN_BY_OFFICE)).toEqual([{ node_code: DESK, open: 2 }]);
    expect(await differences()).toEqual([]);
  });

  it('may be an institution: the next one in the ranking gets the work', async () => {
    await routing.route(anItem());
    const [{ institution_id: best } = { institution_id: '' }] = await routing.service.query<{ institution_id: string }>(
      'SELECT institution_id FROM ticket',
    );
    await limit(`institutions/${best}`, 1);

    const [id] = await routing.route(anItem());
    const { body } = await administrator.get(`/api/v1/tickets/${id}/decision`);
    const full = body.candidates.find(({ institutionId }: { institutionId: string }) => institutionId === best);
    expect(full).toMatchObject({ openTickets: 1, verdicts: { room: 'OVERLOADED' } });
    expect(body.institution.id).not.toBe(best);
  });

  it('has a counter that an operator can check and mend', async () => {
    await limit(`nodes/${DESK}`, CAP);
    await routing.route(...inShizhong(3));
    await routing.service.query(`UPDATE desk_load SET open = 17`);
    const said: string[] = [];
    const say = (line: string) => said.push(line);

    expect(await checkDesks(routing.service.app, say)).toBe(false);
    expect(await repairDesks(routing.service.app, say)).toBe(true);
    expect(await checkDesks(routing.service.app, say)).toBe(true);
    expect(said).toEqual([
      '1 counters differ from the tickets',
      `${DESK}: counted 17, open 3`,
      '1 counters set right',
      `${DESK}: counted 17, open 3`,
      '0 counters differ from the tickets',
    ]);
  });

  it('starts to count with what it holds, while filings go on', async () => {
    const all = inShizhong(120);
    const publishing = routing.service.kafka.publishAll(all.map((item) => ready(item)));
    await limit(`nodes/${DESK}`, 1000);
    await publishing;
    await Promise.all(all.map(({ itemId }) => routing.ticketOf(itemId)));

    expect(await differences()).toEqual([]);
    expect(await routing.service.query('SELECT open FROM desk_load')).toEqual([{ open: 120 }]);
  });
});
