import { anEnterprise, type HttpClient } from '@nqi/test-kit';
import { advice, anItem } from './builders/events.js';
import { COUNTY, HUB, SHIZHONG, TestRouting } from './builders/service.js';

describe('claiming a ticket', () => {
  let routing: TestRouting;
  let anna: HttpClient;
  let bert: HttpClient;

  const lapse = (id: string) =>
    routing.service.query(
      `UPDATE ticket_lease SET claimed_at = now() - interval '1 hour', until = now() - interval '1 millisecond'
       WHERE ticket_id = $1`,
      [id],
    );
  const one = async () => (await routing.route(anItem()))[0] as string;
  const minutesLeft = (until: string) => Math.round((Date.parse(until) - Date.now()) / 60_000);

  beforeAll(async () => {
    routing = await TestRouting.start();
    anna = await routing.as(COUNTY, 'clerk', 'anna');
    bert = await routing.as(COUNTY, 'clerk', 'bert');
  });
  afterAll(() => routing.stop());

  it('is shown on the ticket and in the list, until when and by whom, and does not change the ticket', async () => {
    const id = await one();
    const before = (await anna.get(`/api/v1/tickets/${id}`)).body;
    expect(before.lease).toBeUndefined();

    const claimed = await anna.post(`/api/v1/tickets/${id}/claim`);

    expect(claimed.status).toBe(200);
    expect(claimed.body).toMatchObject({ holder: 'anna' });
    expect(minutesLeft(claimed.body.until)).toBe(15);
    const after = (await bert.get(`/api/v1/tickets/${id}`)).body;
    expect(after).toMatchObject({ lease: claimed.body, version: before.version });
    const listed = (await bert.get('/api/v1/tickets?limit=200')).body.items;
    expect(listed.find((ticket: { id: string }) => ticket.id === id).lease).toEqual(claimed.body);
  });

  it('is prolonged by its holder, keeps when it began, and lasts an hour at most', async () => {
    const id = await one();
    const first = (await anna.post(`/api/v1/tickets/${id}/claim`, { minutes: 1 })).body;

    const renewed = await anna.post(`/api/v1/tickets/${id}/claim`, { minutes: 60 });

    expect([renewed.status, renewed.body.claimedAt, minutesLeft(renewed.body.until)]).toEqual([
      200,
      first.claimedAt,
      60,
    ]);
    const refused = await anna.post(`/api/v1/tickets/${id}/claim`, { minutes: 61 });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/minutes']);
  });

  it('keeps the colleagues from every change, and tells them who has it', async () => {
    const id = await one();
    const { until } = (await anna.post(`/api/v1/tickets/${id}/claim`)).body;
    const steps: [string, object?][] = [
      ['claim'],
      ['release'],
      ['accept'],
      ['assign', { assignee: 'bert' }],
      ['return', { missing: ['营业执照'] }],
      ['transfer', { nodeCode: 'WS-370402', reason: '跨区' }],
      ['escalate', { reason: '疑难' }],
    ];
    for (const [step, body] of steps) {
      const refused = await bert.post(`/api/v1/tickets/${id}/${step}`, body);
      expect([step, refused.status, refused.body.type]).toEqual([step, 409, 'TICKET.LEASED']);
      expect(refused.body.details).toMatchObject({ holder: 'anna', until });
      expect(refused.body.detail).toContain('领取');
    }
    expect((await anna.post(`/api/v1/tickets/${id}/accept`)).body.lease.holder).toBe('anna');
    const pause = await bert.post(`/api/v1/tickets/${id}/pause`, { reasonCode: 'WAIT_SAMPLE' });
    expect(pause.body.type).toBe('TICKET.LEASED');
    expect(await routing.events(id)).toEqual(['TicketRouted', 'TicketAccepted']);
  });

  it('keeps a colleague from resolving what the office serves itself', async () => {
    const [id] = await routing.route(advice());
    await anna.post(`/api/v1/tickets/${id}/accept`);
    await anna.post(`/api/v1/tickets/${id}/claim`);

    expect((await bert.post(`/api/v1/tickets/${id}/resolve`, { resolution: '已答复' })).body.type).toBe(
      'TICKET.LEASED',
    );
    expect((await anna.post(`/api/v1/tickets/${id}/resolve`, { resolution: '已答复' })).status).toBe(200);
    expect((await anna.get(`/api/v1/tickets/${id}`)).body.lease).toBeUndefined();
    expect((await anna.post(`/api/v1/tickets/${id}/claim`)).body.type).toBe('TICKET.ENDED');
  });

  it('binds neither leads nor dispatchers, who can also end it', async () => {
    const [id, other] = (await routing.route(anItem(), anItem())) as [string, string];
    await anna.post(`/api/v1/tickets/${id}/claim`);
    await anna.post(`/api/v1/tickets/${other}/claim`);
    const lead = await routing.as(COUNTY, 'lead', 'lena');
    const dispatcher = await routing.as(HUB, 'dispatcher', 'dirk');

    expect((await lead.post(`/api/v1/tickets/${id}/accept`)).status).toBe(200);
    expect((await dispatcher.post(`/api/v1/tickets/${id}/assign`, { assignee: 'bert' })).status).toBe(200);
    expect((await lead.post(`/api/v1/tickets/${other}/claim`)).status).toBe(409);
    expect((await lead.post(`/api/v1/tickets/${other}/release`)).status).toBe(204);
    expect((await bert.post(`/api/v1/tickets/${other}/claim`)).status).toBe(200);
  });

  it('lapses by itself, and is given back by its holder', async () => {
    const id = await one();
    await anna.post(`/api/v1/tickets/${id}/claim`);
    await lapse(id);
    expect((await bert.get(`/api/v1/tickets/${id}`)).body.lease).toBeUndefined();
    expect((await bert.post(`/api/v1/tickets/${id}/claim`)).body.holder).toBe('bert');

    expect((await bert.post(`/api/v1/tickets/${id}/release`)).status).toBe(204);
    expect((await bert.post(`/api/v1/tickets/${id}/release`)).status).toBe(204);

    expect((await anna.post(`/api/v1/tickets/${id}/accept`)).status).toBe(200);
  });

  it('ends when the ticket goes to another office', async () => {
    const id = await one();
    await anna.post(`/api/v1/tickets/${id}/claim`);
    await anna.post(`/api/v1/tickets/${id}/transfer`, { nodeCode: 'WS-370402', reason: '跨区' });

    const shizhong = await routing.as(SHIZHONG, 'clerk', 'sara');

    expect((await shizhong.post(`/api/v1/tickets/${id}/claim`)).body.holder).toBe('sara');
  });

  it('is for the people of the office alone', async () => {
    const id = await one();
    const shizhong = await routing.as(SHIZHONG);
    const hubClerk = await routing.as(HUB);
    const owner = await routing.service.as(anEnterprise('91370481XD4164886N'));

    expect((await shizhong.post(`/api/v1/tickets/${id}/claim`)).status).toBe(404);
    expect((await hubClerk.post(`/api/v1/tickets/${id}/claim`)).status).toBe(403);
    expect((await owner.post(`/api/v1/tickets/${id}/claim`)).status).toBe(403);
    const stale = await anna.post(`/api/v1/tickets/${id}/claim`, {}, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
  });

  it('is won by exactly one of twenty who claim at once', async () => {
    const id = await one();
    const clerks = await Promise.all(Array.from({ length: 20 }, (_, i) => routing.as(COUNTY, 'clerk', `racer-${i}`)));

    const replies = await Promise.all(clerks.map((clerk) => clerk.post(`/api/v1/tickets/${id}/claim`)));

    const winners = replies.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const losers = replies.filter(({ body }) => body.type === 'TICKET.LEASED');
    expect(losers).toHaveLength(19);
    expect(new Set(losers.map(({ body }) => body.details.holder))).toEqual(new Set([winners[0]?.body.holder]));
  });

  it('never lets a change slip in after a claim was granted', async () => {
    const ids = await routing.route(...Array.from({ length: 15 }, () => anItem()));

    const outcomes = await Promise.all(
      ids.map(async (id) => {
        const [claim, accept] = await Promise.all([
          anna.post(`/api/v1/tickets/${id}/claim`),
          bert.post(`/api/v1/tickets/${id}/accept`),
        ]);
        const then = await bert.post(`/api/v1/tickets/${id}/assign`, { assignee: 'bert' });
        return [claim.status, [200, 409].includes(accept.status), then.body.type];
      }),
    );

    expect(outcomes).toEqual(ids.map(() => [200, true, 'TICKET.LEASED']));
  });
});
