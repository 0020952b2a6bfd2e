import { NetworkChangedSchema, NetworkMemberKind, TOPICS, eventMessage, type EventMessage } from '@nqi/contracts';
import { FixedClock } from '@nqi/kernel';
import { TestService, aPrincipal, eventually, staffOf } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { NOON, PARK, TENGZHOU, TicketStory, XUECHENG } from './support/ticket-story.js';

describe('figures', () => {
  const clock = new FixedClock(new Date(NOON.getTime() + 6 * 3_600_000));
  const administrator = aPrincipal({ roles: ['administrator'] });
  let service: TestService;
  const overview = async (query = '', who = administrator) =>
    (await (await service.as(who)).get(`/api/v1/insight/overview${query}`)).body;

  beforeEach(async () => {
    clock.set(new Date(NOON.getTime() + 6 * 3_600_000));
    service = await TestService.start(definition, { clock });
  });

  afterEach(() => service.stop());

  it('are those counted by hand', async () => {
    const stories = [
      new TicketStory(1, TENGZHOU).routed().accepted(10).resolved(100),
      new TicketStory(2, TENGZHOU).routed().accepted(20).resolved(200),
      new TicketStory(3, TENGZHOU).routed().accepted(90, false).resolved(900, false),
      new TicketStory(4, PARK, 'testing').routed().accepted(30),
      new TicketStory(5, PARK, 'testing').routed(3),
      new TicketStory(6, XUECHENG).routed().cancelled(),
    ];
    await service.kafka.publishAll(stories.flatMap(({ told }) => told));
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    const body = await overview();

    expect(body.totals).toEqual({
      filed: 6,
      open: 2,
      accepted: 4,
      resolved: 3,
      cancelled: 1,
      overdueOpen: 1,
      acceptedOnTime: { rate: 3 / 5, n: 5 },
      resolvedOnTime: { rate: 2 / 3, n: 3 },
      medianAcceptMinutes: 25,
      p90AcceptMinutes: 72,
      medianMinutes: 200,
      p90Minutes: 760,
      transfers: 0,
      returns: 0,
      breaches: 0,
    });
    expect(body.nodes.map(({ nodeCode, filed }: { nodeCode: string; filed: number }) => [nodeCode, filed])).toEqual([
      ['WS-370403', 1],
      ['WS-370481', 3],
      ['WS-370481901', 2],
    ]);
    expect(body.domains).toMatchObject([
      { domain: 'metrology', filed: 4 },
      { domain: 'testing', filed: 2 },
    ]);
    expect(Date.parse(body.asOf)).not.toBeNaN();
  });

  it('do not change when everything is delivered again', async () => {
    const { told } = new TicketStory(1, TENGZHOU)
      .routed()
      .returned()
      .resumed()
      .accepted(10)
      .transferred(XUECHENG)
      .resolved(100);
    const events = told.map((message, index) => ({
      ...message,
      eventId: `00000000-0000-4000-8000-00000000000${index}`,
    }));

    for (let round = 0; round < 3; round += 1) {
      await service.kafka.publishAll(events);
      await eventually(async () => expect((await service.lag()).total).toBe(0));
    }

    expect((await overview()).totals).toMatchObject({ filed: 1, resolved: 1, transfers: 1, returns: 1 });
  });

  it('are not turned back by an event that comes late', async () => {
    const { told } = new TicketStory(1, TENGZHOU).routed().accepted(10).transferred(XUECHENG).resolved(100);
    const [routed, accepted, transferred, resolved] = told as [EventMessage, EventMessage, EventMessage, EventMessage];

    await service.kafka.publishAll([resolved, transferred, routed, accepted]);
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    const body = await overview();
    expect(body.totals).toMatchObject({ filed: 1, open: 0, accepted: 1, resolved: 1 });
    expect(body.nodes).toMatchObject([{ nodeCode: 'WS-370403' }]);
  });

  it('take a returned ticket for open but not overdue, and an accepted one for accepted after its return', async () => {
    await service.kafka.publishAll(new TicketStory(1, TENGZHOU).routed(1).returned().told);
    await service.kafka.publishAll(new TicketStory(2, TENGZHOU).routed().accepted(10).returned().resumed().told);
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    expect((await overview()).totals).toMatchObject({ open: 2, overdueOpen: 0 });
    expect(await service.query('SELECT status FROM ticket_fact ORDER BY ticket_id')).toEqual([
      { status: 'RETURNED' },
      { status: 'ACCEPTED' },
    ]);
  });

  it('take nothing for overdue while its clocks stand still, and what the client chose late for due from then on', async () => {
    await service.kafka.publishAll([
      ...new TicketStory(1, TENGZHOU).routed(1, 2, true).told,
      ...new TicketStory(2, TENGZHOU).routed(1, 2).accepted(10).paused().told,
      ...new TicketStory(3, TENGZHOU).routed(1, 2, true).chosen(3).told,
      ...new TicketStory(4, TENGZHOU).routed(1, 2, true).chosen(240).told,
    ]);
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    expect((await overview()).totals).toMatchObject({ open: 4, overdueOpen: 1 });
  });

  it('are seen as far as the caller reaches, by office, domain and day, with names', async () => {
    await service.kafka.publish(
      eventMessage(TOPICS.network, 'WS-370481', NetworkChangedSchema, {
        code: 'WS-370481',
        kind: NetworkMemberKind.NODE,
        nameZh: '滕州市工作站',
        nameEn: 'Tengzhou',
      }),
    );
    const stories = [new TicketStory(1, TENGZHOU), new TicketStory(2, PARK, 'testing'), new TicketStory(3, XUECHENG)];
    await service.kafka.publishAll(stories.flatMap((story) => story.routed().told));
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    expect((await overview('', staffOf(TENGZHOU, 'lead'))).totals.filed).toBe(2);
    expect((await overview('', staffOf(PARK))).totals.filed).toBe(1);
    expect((await overview('?node=WS-370481')).totals.filed).toBe(2);
    expect((await overview('?domain=testing')).totals.filed).toBe(1);
    expect((await overview('?from=2026-11-25')).totals.filed).toBe(0);
    expect((await overview('?node=WS-370481')).nodes[0].nodeName).toEqual({ zh: '滕州市工作站', en: 'Tengzhou' });
    const days = (await (await service.as(administrator)).get('/api/v1/insight/sla?groupBy=day')).body;
    expect(days.items).toMatchObject([{ day: '2026-11-24', filed: 3 }]);
    const enterprise = aPrincipal({ roles: ['enterprise_owner'], organizationKind: 'enterprise' });
    expect((await (await service.as(enterprise)).get('/api/v1/insight/overview')).status).toBe(403);
    const wrong = await (await service.as(administrator)).get('/api/v1/insight/overview?from=yesterday');
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/from' }] } });
  });
});
