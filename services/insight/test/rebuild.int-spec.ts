import { consumerGroup } from '@nqi/contracts';
import { FixedClock } from '@nqi/kernel';
import { TestService, aPrincipal, eventually } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { deleteGroup } from './support/delete-group.js';
import { NOON, PARK, TENGZHOU, TicketStory, XUECHENG } from './support/ticket-story.js';

/** The README's way to rebuild: stop, empty the tables, delete the consumer group, start. */
describe('a rebuild from Kafka', () => {
  it('ends with the same figures', async () => {
    const service = await TestService.start(definition, { clock: new FixedClock(NOON) });
    const overview = async () =>
      (await (await service.as(aPrincipal({ roles: ['auditor'] }))).get('/api/v1/insight/overview')).body;
    await service.kafka.publishAll([
      ...new TicketStory(1, TENGZHOU).routed().accepted(10).resolved(100).told,
      ...new TicketStory(2, PARK, 'testing').routed().returned().resumed().accepted(30, false).told,
      ...new TicketStory(3, XUECHENG).routed().transferred(TENGZHOU).cancelled().told,
    ]);
    await eventually(async () => expect((await service.lag()).total).toBe(0));
    const before = await overview();

    await service.down();
    await service.query('TRUNCATE ticket_fact, request_fact, node_name, progress, inbox');
    await deleteGroup([...service.settings.brokers], service.settings.topicPrefix + consumerGroup('insight'));
    await service.up();

    await eventually(async () => expect((await overview()).totals).toEqual(before.totals));
    expect(before.totals).toMatchObject({ filed: 3, accepted: 2, resolved: 1, cancelled: 1, transfers: 1, returns: 1 });
    expect(await overview()).toEqual(before);
    await service.stop();
  });
});
