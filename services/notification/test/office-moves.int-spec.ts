import { TestService, eventually, officeMoved, staffOf } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { OTHER_STATION, STATION, aMatter } from './events.js';

describe('the inbox of an office that moves', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start(definition);
  });
  afterAll(() => service.stop());

  const count = async (path: string): Promise<number> =>
    (await (await service.as(staffOf(path))).get('/api/v1/notifications')).body.items.length;

  it('moves with it, and with what is told by events from before the move', async () => {
    await service.kafka.publishAll(Array.from({ length: 5 }, () => aMatter().routed));
    await eventually(async () => expect(await count(STATION)).toBe(5));

    const move = officeMoved({ from: STATION, under: OTHER_STATION });
    await service.kafka.publishAll([move, move]);
    const there = `${OTHER_STATION}/WS-370481`;
    await eventually(async () => expect([await count(STATION), await count(there)]).toEqual([0, 5]));
    await service.kafka.publish(aMatter().routed);

    await eventually(async () => expect([await count(STATION), await count(there)]).toEqual([0, 6]));
    expect(await service.deadLetters()).toEqual([]);
  });
});
