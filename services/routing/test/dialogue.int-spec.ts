import { TicketUrgedSchema } from '@nqi/contracts';
import { anEnterprise, eventually, type HttpClient } from '@nqi/test-kit';
import { anItem, type Item } from './builders/events.js';
import { COUNTY, PARK, SHIZHONG, TestRouting } from './builders/service.js';

const USCC = '91370481XD4164886N';
const OTHER_USCC = '91370402XD7632673D';

describe('what an enterprise sees of its tickets, and how it hurries them', () => {
  let routing: TestRouting;
  let owner: HttpClient;
  let clerk: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    owner = await routing.service.as(anEnterprise(USCC));
    clerk = await routing.as(COUNTY);
  });
  afterAll(() => routing.stop());

  const progressOf = async (item: Item, by: HttpClient = owner) => {
    const { status, body } = await by.get(`/api/v1/tickets/progress?requestId=${item.requestId}`);
    expect(status).toBe(200);
    return body.items;
  };
  const versionOf = async (ticketId: string) => (await clerk.get(`/api/v1/tickets/${ticketId}`)).body.version;

  it('shows promise, holder, clock and next step, and names no person and no score', async () => {
    const item = anItem();
    const [ticketId] = await routing.route(item);
    await clerk.post(`/api/v1/tickets/${ticketId}/assign`, { assignee: 'clerk-secret' });

    const [progress] = await progressOf(item);

    expect(progress).toMatchObject({
      itemId: item.itemId,
      ticketId,
      status: 'ROUTED',
      holder: { nodeCode: 'WS-370481', nodeName: { zh: expect.stringContaining('滕州') } },
      clock: { sla: 'ON_TIME', usedMinutes: expect.any(Number), pausedMinutes: 0 },
      pauses: [],
      sentence: { zh: expect.stringContaining('受理'), en: expect.any(String) },
      nextStep: { code: 'OFFICE_ACCEPTS', dueAt: progress.promise.acceptDueAt },
      urges: { made: 0, left: 3, nextFrom: expect.any(String) },
    });
    expect(JSON.stringify(progress)).not.toMatch(/clerk-secret|score|candidates/);
  });

  it('shows a return as a pause that the applicant ends', async () => {
    const item = anItem();
    const [ticketId] = await routing.route(item);
    const before = (await progressOf(item))[0].clock.limitMinutes;
    await clerk.post(`/api/v1/tickets/${ticketId}/return`, { missing: ['营业执照'] });

    const [progress] = await progressOf(item);

    expect(progress.nextStep.code).toBe('YOU_CORRECT');
    expect(progress.pauses).toEqual([{ cause: 'RETURNED', from: expect.any(String) }]);
    expect(progress.clock).toMatchObject({ sla: 'PAUSED', limitMinutes: before });
  });

  it('is nothing of another enterprise, and of an office only what lies below it', async () => {
    const item = anItem();
    await routing.route(item);

    expect(await progressOf(item, await routing.service.as(anEnterprise(OTHER_USCC)))).toEqual([]);
    expect(await progressOf(item, await routing.as(SHIZHONG))).toEqual([]);
    expect(await progressOf(item, await routing.as(PARK))).toEqual([]);
    expect(await progressOf(item, clerk)).toHaveLength(1);
    expect((await owner.get('/api/v1/tickets/progress')).status).toBe(400);
  });

  it('hears an enterprise once a working day, tells the office and leaves the version alone', async () => {
    const item = anItem();
    const [ticketId] = (await routing.route(item)) as [string];
    const version = await versionOf(ticketId);
    const seen = await routing.watchTickets();

    const answer = await owner.post(`/api/v1/tickets/${ticketId}/urge`, { message: '急需开业' });
    const again = await owner.post(`/api/v1/tickets/${ticketId}/urge`);

    expect(answer).toMatchObject({ status: 201, body: { made: 1, left: 2 } });
    expect(again).toMatchObject({ status: 409, body: { type: 'URGE.ONCE_A_DAY' } });
    const { body: ticket } = await clerk.get(`/api/v1/tickets/${ticketId}`);
    expect(ticket).toMatchObject({ version, urged: 1 });
    expect(ticket.history.at(-1)).toMatchObject({ event: 'TicketUrged', detail: { message: '急需开业' } });
    await eventually(async () => {
      const urges = seen.filter(({ type, key }) => type === TicketUrgedSchema.typeName && key === ticketId);
      expect(urges.map(({ content }) => content)).toMatchObject([{ urges: 1, message: '急需开业' }]);
    });
  });

  it('hears one of ten urges that come at once', async () => {
    const item = anItem();
    const [ticketId] = await routing.route(item);

    const answers = await Promise.all(Array.from({ length: 10 }, () => owner.post(`/api/v1/tickets/${ticketId}/urge`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
    const [progress] = await progressOf(item);
    expect(progress.urges).toMatchObject({ made: 1, left: 2 });
  });

  it('hears three in all, and none once the matter has ended', async () => {
    const [item, ended] = [anItem(), anItem()];
    const [ticketId, endedId] = await routing.route(item, ended);
    await routing.service.query(
      `INSERT INTO ticket_urge (id, ticket_id, day, at, urged_by, ticket_version)
       SELECT gen_random_uuid(), $1, day, day + time '10:00', 'owner', 1
       FROM unnest('{2026-11-18,2026-11-19,2026-11-20}'::date[]) day`,
      [ticketId],
    );
    await routing.service.query(`UPDATE ticket SET status = 'CANCELLED', ended_at = now() WHERE id = $1`, [endedId]);

    expect((await owner.post(`/api/v1/tickets/${ticketId}/urge`)).body.type).toBe('URGE.NONE_LEFT');
    expect((await owner.post(`/api/v1/tickets/${endedId}/urge`)).body.type).toBe('URGE.TICKET_ENDED');
  });

  it('answers a repeat under the same key as the first time', async () => {
    const [ticketId] = await routing.route(anItem());
    const headers = { 'idempotency-key': `urge-${ticketId}` };

    const first = await owner.post(`/api/v1/tickets/${ticketId}/urge`, {}, headers);
    const repeat = await owner.post(`/api/v1/tickets/${ticketId}/urge`, {}, headers);

    expect(first.status).toBe(201);
    expect(repeat).toMatchObject({ status: 201, body: first.body });
  });

  it('is deaf to strangers and to those who are no enterprise', async () => {
    const [ticketId] = await routing.route(anItem());
    const stranger = await routing.service.as(anEnterprise(OTHER_USCC));

    expect((await stranger.post(`/api/v1/tickets/${ticketId}/urge`)).status).toBe(404);
    expect((await clerk.post(`/api/v1/tickets/${ticketId}/urge`)).status).toBe(403);
  });

  it('lists what was urged first when asked to, page by page', async () => {
    const urged = (await clerk.get('/api/v1/tickets?sort=urged&limit=200')).body.items;
    const counts = urged.map((ticket: { urged: number }) => ticket.urged);
    expect(counts[0]).toBe(1);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));

    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await clerk.get(`/api/v1/tickets?sort=urged&limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(paged).toEqual(urged.map(({ id }: { id: string }) => id));
  });
});
