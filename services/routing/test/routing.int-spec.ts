import { eventually } from '@nqi/test-kit';
import { newId } from '@nqi/kernel';
import { advice, anItem, cancelled, ready } from './builders/events.js';
import { COUNTY, HUB, PARK, TestRouting } from './builders/service.js';

describe('an item that is ready', () => {
  let routing: TestRouting;

  beforeAll(async () => {
    routing = await TestRouting.start();
  });
  afterAll(() => routing.stop());

  it('gets a ticket at the station of its park, with an institution and due times', async () => {
    const item = anItem({ parkCode: '370481901' });
    const [id] = await routing.route(item);

    const { status, body, headers } = await (await routing.as(PARK)).get(`/api/v1/tickets/${id}`);

    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      ticketNo: expect.stringMatching(/^TK-JL-\d{8}-\d{6}$/),
      requestId: item.requestId,
      itemId: item.itemId,
      nodeCode: 'WS-370481901',
      nodeName: { zh: '滕州经济开发区质量工作站' },
      institutionId: 'ORG011',
      institutionChoice: 'statutory',
      status: 'ROUTED',
      sla: 'ON_TIME',
      contact: { name: '联系人001', phone: '138****5678' },
      form: item.form,
      version: 1,
      actions: ['accept', 'assign', 'transfer', 'escalate', 'return', 'split'],
      history: [{ event: 'TicketRouted', actor: 'system', detail: { reasonCode: 'PARK_STATION' } }],
    });
    expect(new Date(body.acceptDueAt).getTime()).toBeGreaterThan(Date.now());
    expect(new Date(body.completeDueAt) > new Date(body.acceptDueAt)).toBe(true);
  });

  it('leaves a receipt that says who was considered and why', async () => {
    const [id] = await routing.route(anItem({ serviceCode: 'STD-001', domain: 'standards', parkCode: '370481901' }));

    const { body } = await (await routing.as(COUNTY, 'lead')).get(`/api/v1/tickets/${id}/decision`);

    expect(body).toMatchObject({
      ticketId: id,
      ruleSet: '2026.1',
      networkVersion: 2,
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      input: { serviceCode: 'STD-001', regionCode: '370481', parkCode: '370481901' },
      node: { code: 'WS-370481901', reasonCode: 'PARK_STATION' },
      institution: {
        choice: 'platform',
        basis: 'PLATFORM_PROPOSAL',
        id: 'ORG023',
        pools: [
          { nodeCode: 'HUB-370400', eligible: 0, reasonCode: 'NO_CAPABILITY' },
          { nodeCode: 'PROV-370000', eligible: 2 },
        ],
      },
      sentence: { zh: expect.stringContaining('您可以另选其他合格机构') },
      overrides: [],
    });
    expect(body.candidates).toHaveLength(2);
    expect(body.candidates[0]).toMatchObject({ institutionId: 'ORG023', rank: 1, verdicts: { qualification: 'PASS' } });
  });

  it('is decided in sight of what the institution did for the enterprise before', async () => {
    const item = anItem({ uscc: '91370481MA3ABCD159' });
    const [first] = await routing.route(item);
    await routing.service.query(
      `UPDATE ticket SET status = 'RESOLVED', sla = 'MET', ended_at = routed_at WHERE id = $1`,
      [first],
    );

    const [second] = await routing.route(anItem({ uscc: item.uscc }));

    const { body } = await (await routing.as(COUNTY, 'lead')).get(`/api/v1/tickets/${second}/decision`);
    const earlier = body.candidates.filter((candidate: { earlier?: true }) => candidate.earlier);
    expect(earlier).toMatchObject([{ institutionId: 'ORG011', score: { continuity: 0.05 } }]);
    expect(body.input).toMatchObject({ enterpriseUscc: item.uscc, limitDays: expect.any(Number) });
  });

  it('is announced to the other services with everything they need', async () => {
    const seen = await routing.watchTickets();
    const item = anItem();
    const [id] = await routing.route(item);

    const event = await eventually(() => {
      const found = seen.find(({ key }) => key === id);
      if (!found) throw new Error('not announced yet');
      return found;
    });
    expect(event.type).toBe('nqi.routing.v1.TicketRouted');
    expect(event.content).toMatchObject({
      ticket: {
        ticketId: id,
        itemId: item.itemId,
        nodeCode: 'WS-370481',
        nodePath: COUNTY,
        institutionId: 'ORG011',
        version: 1,
      },
      reasonCode: 'COUNTY_STATION',
    });
  });

  it('gets one ticket however often and under whatever event id it is told', async () => {
    const item = anItem();
    const eventId = newId();
    await routing.service.kafka.publishAll([
      { ...ready(item), eventId },
      { ...ready(item), eventId },
      ready(item),
      ready(item),
    ]);
    await routing.ticketOf(item.itemId);
    await routing.caughtUp();

    const counts = await routing.service.query(
      `SELECT count(*)::int AS tickets, (SELECT count(*)::int FROM routing_decision d WHERE d.ticket_id = t.id) AS decisions,
         (SELECT count(*)::int FROM ticket_timer x WHERE x.ticket_id = t.id) AS timers
       FROM ticket t WHERE item_id = $1 GROUP BY t.id`,
      [item.itemId],
    );
    expect(counts).toEqual([{ tickets: 1, decisions: 1, timers: 4 }]);
    expect(await routing.service.deadLetters()).toEqual([]);
  });

  it('gets none when its request was withdrawn before', async () => {
    const [late, other] = [anItem(), anItem()];
    await routing.service.kafka.publishAll([cancelled(late), ready(late)]);
    await routing.route(other);
    await routing.caughtUp();

    expect(await routing.service.query('SELECT 1 FROM ticket WHERE item_id = $1', [late.itemId])).toEqual([]);
  });

  it('is decided by the newest network, also when this process has not seen it yet', async () => {
    await routing.route(anItem());
    await routing.service.query(`UPDATE institution SET stage = 'REMOVED' WHERE id = 'ORG011'`);
    await routing.service.query(`UPDATE network_version SET version = version + 1`);

    const [id] = await routing.route(anItem());

    const [row] = await routing.service.query<{ institution_id: string; network_version: string }>(
      `SELECT institution_id, network_version FROM ticket t JOIN routing_decision d ON d.ticket_id = t.id WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ institution_id: 'ORG005', network_version: '3' });
    await routing.service.query(`UPDATE institution SET stage = 'ONLINE' WHERE id = 'ORG011'`);
    await routing.service.query(`UPDATE network_version SET version = version + 1`);
  });

  it('of which the client’s wish cannot be followed waits at its station for another one', async () => {
    const [id] = await routing.route(
      anItem({ serviceCode: 'CER-003', domain: 'certification', chosenInstitutionId: 'ORG032' }),
    );
    const clerk = await routing.as(COUNTY);

    expect((await clerk.get(`/api/v1/tickets/${id}`)).body).toMatchObject({
      institutionChoice: 'awaited',
      standing: { standsFor: 'CLIENT_CHOICE', nextTimer: { clock: 'choice' } },
    });
    const refused = await clerk.post(`/api/v1/tickets/${id}/accept`);
    expect([refused.status, refused.body.type]).toEqual([409, 'TICKET.CLIENT_CHOICE_DUE']);
    const unexplained = await clerk.post(`/api/v1/tickets/${id}/accept`, { institutionId: 'ORG028' });
    expect([unexplained.status, unexplained.body.type]).toEqual([422, 'TICKET.REASON_NEEDED']);
    const told = { institutionId: 'ORG028', reason: '企业电话选择' };
    const accepted = await clerk.post(`/api/v1/tickets/${id}/accept`, told);
    expect(accepted.body).toMatchObject({ status: 'ACCEPTED', institutionId: 'ORG028', institutionChoice: 'client' });
  });

  it('that breaks the contract becomes a dead letter and holds up nobody', async () => {
    const [broken, sound] = [anItem(), advice()];
    await routing.service.kafka.publishAll([
      ready(broken, { domain: 'astrology' }),
      ready(broken, { formJson: '{' }),
      ready(broken, { completeLimitDays: 0 }),
      ready(broken, { itemId: 'not-a-uuid' }),
    ]);

    await routing.route(sound);

    await eventually(async () => {
      const letters = await routing.service.deadLetters();
      expect(letters.map(({ error_code }) => error_code)).toEqual(Array(4).fill('EVENT.BROKEN_CONTRACT'));
    });
  });

  it('numbers tickets from one every day', async () => {
    const numbers = await routing.service.query<{ ticket_no: string }>('SELECT ticket_no FROM ticket ORDER BY id');
    const sequences = numbers.map(({ ticket_no }) => Number(ticket_no.slice(-6)));

    expect(new Set(sequences).size).toBe(sequences.length);
    expect(Math.min(...sequences)).toBe(1);
  });

  it('at the hub is out of sight for a county', async () => {
    const [id] = await routing.route(anItem({ regionCode: '370400' }));

    expect((await (await routing.as(HUB, 'dispatcher')).get(`/api/v1/tickets/${id}`)).status).toBe(200);
    expect((await (await routing.as(COUNTY, 'lead')).get(`/api/v1/tickets/${id}`)).status).toBe(404);
    expect((await (await routing.as(COUNTY, 'lead')).get(`/api/v1/tickets/${id}/decision`)).status).toBe(404);
  });
});
