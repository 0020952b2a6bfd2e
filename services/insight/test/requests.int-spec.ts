import {
  RequestCancelledSchema,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestRatedSchema,
  TOPICS,
  eventMessage,
} from '@nqi/contracts';
import { FixedClock } from '@nqi/kernel';
import { TestService, aPrincipal, eventually, staffOf } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { NOON, TENGZHOU, TicketStory, XUECHENG, hours, idOf } from './support/ticket-story.js';

describe('figures of requests and of periods', () => {
  const administrator = aPrincipal({ roles: ['administrator'] });
  let service: TestService;

  const request = (number: number) => ({
    requestId: idOf(number),
    requestNo: `ZZ-JL-20261124-00000${number}`,
    enterpriseUscc: 'U',
    regionCode: '370481',
  });
  const filed = (number: number, at = hours(0)) =>
    eventMessage(TOPICS.request, idOf(number), RequestFiledSchema, { request: request(number), filedAt: at });
  const read = async (path: string, who = administrator) => (await service.as(who)).get(`/api/v1/insight/${path}`);

  beforeAll(async () => {
    service = await TestService.start(definition, { clock: new FixedClock(NOON) });
    await service.kafka.publishAll([
      filed(1),
      eventMessage(TOPICS.request, idOf(1), RequestCompletedSchema, { request: request(1), completedAt: hours(3) }),
      eventMessage(TOPICS.request, idOf(1), RequestRatedSchema, { request: request(1), stars: 5, ratedAt: hours(4) }),
      eventMessage(TOPICS.request, idOf(2), RequestRatedSchema, { request: request(2), stars: 4, ratedAt: hours(4) }),
      eventMessage(TOPICS.request, idOf(2), RequestCompletedSchema, { request: request(2), completedAt: hours(3) }),
      filed(2),
      filed(3),
      eventMessage(TOPICS.request, idOf(3), RequestCancelledSchema, { request: request(3), cancelledAt: hours(1) }),
      filed(4),
      // One minute to the next day in Shanghai, and the minute after it.
      filed(5, hours(11 + 59 / 60)),
      filed(6, hours(12)),
      ...new TicketStory(1, TENGZHOU).routed().told,
      ...new TicketStory(2, TENGZHOU).routed().told,
      ...new TicketStory(3, XUECHENG, 'testing').routed().cancelled().told,
    ]);
    await eventually(async () => expect((await service.lag()).total).toBe(0));
  });

  afterAll(() => service?.stop());

  it('count requests under the Shanghai day of filing, in whatever order their events came', async () => {
    const { body } = await read('overview');

    expect(body.requests).toEqual({ filed: 5, open: 2, completed: 2, cancelled: 1, rated: 2, averageStars: 4.5 });
    expect((await read('overview?from=2026-11-25&to=2026-11-25')).body.requests.filed).toBe(1);
  });

  it('show an office the requests that it has a ticket of', async () => {
    const lead = await read('overview', staffOf(TENGZHOU, 'lead'));

    expect(lead.body.requests).toMatchObject({ filed: 2, completed: 2 });
    expect((await read('overview?domain=testing')).body.requests).toMatchObject({ filed: 1, cancelled: 1 });
  });

  it('take an office with all below it, the province included, and never more than the caller reaches', async () => {
    const filedBelow = async (node: string, who = administrator) =>
      (await read(`overview?node=${node}`, who)).body.totals.filed;

    expect(await filedBelow('PROV-370000')).toBe(3);
    expect(await filedBelow('HUB-370400')).toBe(3);
    expect(await filedBelow('WS-370481')).toBe(2);
    expect(await filedBelow('WS-37048')).toBe(0);
    expect(await filedBelow('%')).toBe(0);
    expect(await filedBelow('PROV-370000', staffOf(TENGZHOU))).toBe(2);
    expect(await filedBelow('WS-370403', staffOf(TENGZHOU))).toBe(0);
  });

  it('add up: the offices and the domains are the whole', async () => {
    const { totals, nodes, domains, from, to } = (await read('overview')).body;
    const sum = (rows: { filed: number }[]) => rows.reduce((all, { filed: count }) => all + count, 0);

    expect([sum(nodes), sum(domains)]).toEqual([totals.filed, totals.filed]);
    expect({ from, to }).toEqual({ from: '2026-10-26', to: '2026-11-24' });
  });

  it('refuse an impossible period and name the field', async () => {
    const answers = await Promise.all([
      read('overview?from=2026-02-31'),
      read('sla?from=2026-11-24&to=2026-11-01'),
      read('sla?groupBy=day&from=2020-01-01'),
    ]);

    expect(answers.map(({ status, body }) => [status, body.errors[0].pointer])).toEqual([
      [422, '/from'],
      [422, '/from'],
      [422, '/from'],
    ]);
  });

  it('are described for clients', async () => {
    const { body } = await (await service.as()).get('/openapi.json');

    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining(['OverviewBody', 'SlaBody', 'NodeFiguresBody', 'DayFiguresBody']),
    );
  });
});
