import {
  NetworkChangedSchema,
  NetworkMemberKind,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestRatedSchema,
  TOPICS,
  consumerGroup,
  eventMessage,
  type EventMessage,
} from '@nqi/contracts';
import { FixedClock, shanghaiInstant } from '@nqi/kernel';
import { StandInProvince, TestService, aPrincipal, eventually } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { deleteGroup } from './support/delete-group.js';
import { PARK, TENGZHOU, TicketStory, XUECHENG, hours, idOf } from './support/ticket-story.js';

const REPORTS = '/api/v1/insight/province-reports';
const DAY = '2026-11-24';
const HOUR = 3_600_000;

const hub: EventMessage = eventMessage(TOPICS.network, 'HUB-370400', NetworkChangedSchema, {
  kind: NetworkMemberKind.NODE,
  code: 'HUB-370400',
  nameZh: '枣庄市质量基础设施服务中心',
  nameEn: 'Hub of Zaozhuang',
});
const request = (number: number) => ({ requestId: idOf(number), enterpriseUscc: 'U', regionCode: '370481' });

describe('the daily report to the province', () => {
  const clock = new FixedClock(shanghaiInstant('2026-11-25', '00:31'));
  const province = new StandInProvince(clock);
  let service: TestService;
  let replica: Awaited<ReturnType<TestService['replica']>> | undefined;

  beforeAll(async () => {
    await province.connect();
    service = await TestService.start(definition, { clock });
  });
  afterAll(async () => {
    await replica?.stop();
    await service?.stop();
    await province.disconnect();
  });

  const as = (role: 'administrator' | 'clerk') => service.as(aPrincipal({ roles: [role] }));
  const listed = async (query = '') => (await (await as('administrator')).get(`${REPORTS}${query}`)).body.items;
  async function heard(...events: readonly EventMessage[]): Promise<void> {
    await service.kafka.publishAll([...events]);
    await eventually(async () => expect((await service.lag()).total).toBe(0));
  }
  const arrives = (count: number) => eventually(() => expect(province.arrived).toHaveLength(count));

  it('says once what the day before came to, is corrected when late facts change it, and waits for a province that is down', async () => {
    const stories = [
      new TicketStory(1, TENGZHOU).routed().accepted(10).resolved(100),
      new TicketStory(2, TENGZHOU).routed().accepted(90, false),
      new TicketStory(3, PARK).routed(),
      new TicketStory(4, XUECHENG).routed().cancelled(),
      new TicketStory(5, 'PROV-370000').routed(),
    ];
    const filed = [1, 2, 3, 4, 5].map((number) =>
      eventMessage(TOPICS.request, idOf(number), RequestFiledSchema, { request: request(number), filedAt: hours(0) }),
    );
    await heard(...filed, ...stories.flatMap(({ told }) => told));
    const completed = { request: request(1), completedAt: hours(5) };
    await heard(
      eventMessage(TOPICS.request, idOf(1), RequestCompletedSchema, completed),
      eventMessage(TOPICS.request, idOf(1), RequestRatedSchema, { request: request(1), stars: 4 }),
    );
    // Nobody has said yet which cities there are.
    expect(await listed()).toEqual([]);
    await heard(hub);

    replica = await service.replica();
    clock.advance(HOUR / 2);
    await arrives(1);
    const figures = {
      rows: [
        { level: 'PROVINCE', filed: 1, accepted: 0, resolved: 0, cancelled: 0, waiting: 1, working: 0 },
        { level: 'COUNTY', filed: 3, accepted: 2, resolved: 1, cancelled: 1, waiting: 0, working: 1 },
        { level: 'PARK', filed: 1, accepted: 0, resolved: 0, cancelled: 0, waiting: 1, working: 0 },
      ].map((row) => ({ serviceCode: 'X', ...row })),
      acceptedOnTime: { rate: 0.5, n: 2 },
      resolvedOnTime: { rate: 1, n: 1 },
      satisfaction: { rated: 1, averageStars: 4 },
    };
    expect(province.arrived).toMatchObject([{ type: 'report.daily', data: { city: '370400', day: DAY, version: 1 } }]);
    expect(province.arrived[0]?.data['figures']).toEqual(figures);
    await eventually(async () =>
      expect(await listed(`?city=370400&day=${DAY}`)).toMatchObject([{ version: 1, delivery: 'DELIVERED', figures }]),
    );

    await province.down();
    await heard(new TicketStory(6, PARK).routed().told[0] as EventMessage);
    clock.advance(HOUR / 2);
    await eventually(async () => expect(await listed()).toMatchObject([{ version: 2, attempts: 1 }, { version: 1 }]));
    await province.up();
    clock.advance(HOUR);
    await arrives(2);
    expect(province.arrived[1]).toMatchObject({ type: 'report.corrected', data: { day: DAY, version: 2 } });

    // The next day, without a change, nothing is said of this one again; a replica said nothing twice.
    clock.set(shanghaiInstant('2026-11-26', '01:00'));
    await arrives(3);
    expect(province.arrived[2]).toMatchObject({ type: 'report.daily', data: { day: '2026-11-25', version: 1 } });
    expect(new Set(province.headers.map((headers) => headers['webhook-id'])).size).toBe(3);

    const administrator = await as('administrator');
    const [last] = await listed('?limit=1');
    await eventually(async () =>
      expect((await administrator.get(`${REPORTS}/${last.id}`)).body).toMatchObject({ log: [{ status: 200 }] }),
    );
    expect((await administrator.post(`${REPORTS}/${last.id}/resend`)).status).toBe(204);
    await arrives(4);
    expect((await administrator.get(`${REPORTS}?day=2026-02-30`)).status).toBe(422);
    expect((await administrator.post(`${REPORTS}/${idOf(9)}/resend`)).status).toBe(404);
    expect((await (await as('clerk')).get(REPORTS)).status).toBe(403);
  }, 60_000);

  it('tells the province nothing while a rebuild reads the facts again, and afterwards only what differs', async () => {
    await replica?.stop();
    replica = undefined;
    await service.down();
    const told = province.arrived.length;
    // The city stays known: worse than a real rebuild, in which nobody is reported on until it is read again.
    await service.query('TRUNCATE ticket_fact, request_fact, progress, inbox');
    await deleteGroup([...service.settings.brokers], service.settings.topicPrefix + consumerGroup('insight'));
    await service.up();
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    await heard(new TicketStory(7, PARK).routed().told[0] as EventMessage);
    clock.advance(HOUR / 2);

    await arrives(told + 2);
    const corrections = province.arrived.slice(told);
    expect(corrections).toMatchObject([
      { type: 'report.corrected', data: { day: DAY, version: 3 } },
      { type: 'report.corrected', data: { day: '2026-11-25', version: 2 } },
    ]);
    const waiting = (figures: any) => figures.rows.find(({ level }: any) => level === 'PARK').waiting; // eslint-disable-line @typescript-eslint/no-explicit-any -- a body as it arrived
    expect(corrections.map(({ data }) => waiting(data['figures']))).toEqual([3, 3]);
  }, 60_000);
});
