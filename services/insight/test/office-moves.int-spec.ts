import { FixedClock } from '@nqi/kernel';
import { TestService, eventually, officeMoved, staffOf } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { HUB, NOON, PARK, TENGZHOU, TicketStory, XUECHENG } from './support/ticket-story.js';

describe('the figures of an office that moves', () => {
  const clock = new FixedClock(new Date(NOON.getTime() + 6 * 3_600_000));
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start(definition, { clock });
  });
  afterAll(() => service.stop());

  const filed = async (...paths: string[]): Promise<number[]> =>
    Promise.all(
      paths.map(async (path) => {
        const { body } = await (await service.as(staffOf(path, 'lead'))).get('/api/v1/insight/overview');
        return body.totals.filed;
      }),
    );
  const told = (...stories: TicketStory[]) => service.kafka.publishAll(stories.flatMap((story) => story.told));

  it('are its new place’s, whenever their events come, and come back with it', async () => {
    await told(new TicketStory(1, PARK).routed().accepted(10), new TicketStory(2, TENGZHOU).routed());
    await eventually(async () => expect(await filed(TENGZHOU, XUECHENG, HUB)).toEqual([2, 0, 2]));

    await service.kafka.publish(officeMoved({ from: PARK, under: XUECHENG, at: NOON }));
    await eventually(async () => expect(await filed(TENGZHOU, XUECHENG, HUB)).toEqual([1, 1, 2]));
    await told(new TicketStory(3, PARK).routed().accepted(10));
    await eventually(async () => expect(await filed(TENGZHOU, XUECHENG, HUB)).toEqual([1, 2, 3]));

    const back = new Date(NOON.getTime() + 1_000);
    const from = `${XUECHENG}/WS-370481901`;
    await service.kafka.publishAll([
      officeMoved({ from, under: TENGZHOU, at: back }),
      officeMoved({ from: PARK, under: XUECHENG, at: NOON }),
    ]);
    await eventually(async () => expect(await filed(TENGZHOU, XUECHENG, HUB)).toEqual([3, 0, 3]));
  });
});
