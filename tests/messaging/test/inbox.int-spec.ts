import { TOPICS } from '@nqi/contracts';
import { TestService, eventually } from '@nqi/test-kit';
import { ledger } from '../src/definition.js';
import { effects, filed, itemsOf, numbers } from './ledger-events.js';

describe('the consumer', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await TestService.start(ledger);
  });

  afterEach(() => service.stop());

  it('gives an event its effect once, however often it is delivered', async () => {
    for (const round of numbers(1, 5)) {
      for (const item of numbers(1, 20)) await service.kafka.publish(filed('dup', item), eventId(item));
      await eventually(async () => expect((await service.lag()).total).toBe(0));
      expect(itemsOf(await effects(service), 'dup')).toEqual(numbers(1, 20));
      expect(round).toBeLessThanOrEqual(5);
    }
  });

  it('takes duplicates inside one batch for duplicates', async () => {
    const twice = numbers(1, 30).flatMap((item) => [item, item]);

    await service.kafka.publishAll(twice.map((item) => ({ ...filed('batch', item), eventId: eventId(item) })));

    await eventually(async () => expect(itemsOf(await effects(service), 'batch')).toEqual(numbers(1, 30)));
    await eventually(async () => expect((await service.lag()).total).toBe(0));
    expect(itemsOf(await effects(service), 'batch')).toEqual(numbers(1, 30));
  });

  it('keeps the order of each key', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

    await service.kafka.publishAll(numbers(1, 60).flatMap((item) => keys.map((key) => filed(key, item))));

    await eventually(async () => expect(await effects(service)).toHaveLength(keys.length * 60));
    const all = await effects(service);
    for (const key of keys) expect(itemsOf(all, key)).toEqual(numbers(1, 60));
  });

  it('waits out a passing failure and loses nothing', async () => {
    await service.kafka.publishAll(
      numbers(1, 10).map((item) => filed('healing', item, item === 4 ? 'deadlock-once' : 'work')),
    );

    await eventually(async () => expect(itemsOf(await effects(service), 'healing')).toEqual(numbers(1, 10)));
    expect(await service.deadLetters()).toEqual([]);
  });

  it('survives losing every database connection while it works', async () => {
    await service.kafka.publishAll(numbers(1, 120).map((item) => filed('cut', item, 'slow')));

    for (const cut of numbers(1, 4)) {
      await eventually(async () => expect((await effects(service)).length).toBeGreaterThanOrEqual(cut));
      await service.cutConnections();
    }

    await eventually(async () => expect(itemsOf(await effects(service), 'cut')).toEqual(numbers(1, 120)), 40_000);
  });

  it('passes by event types it does not know, as a newer neighbour may send them', async () => {
    await service.kafka.publishRaw(TOPICS.request.name, 'k', Buffer.from('whatever'), {
      ce_id: eventId(900),
      ce_type: 'nqi.intake.v1.SomethingOfTomorrow',
      ce_time: new Date().toISOString(),
    });
    await service.kafka.publish(filed('k', 1));

    await eventually(async () => expect(itemsOf(await effects(service), 'k')).toEqual([1]));
    expect(await service.deadLetters()).toEqual([]);
  });
});

const eventId = (item: number): string => `00000000-0000-4000-8000-${String(item).padStart(12, '0')}`;
