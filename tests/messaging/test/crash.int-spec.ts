import { TOPICS } from '@nqi/contracts';
import { TestService, eventually } from '@nqi/test-kit';
import { ledger } from '../src/definition.js';
import { effects, filed, itemsOf, numbers } from './ledger-events.js';
import { LedgerProcess } from './process.js';

describe('a service that is killed', () => {
  let service: TestService;
  const processes: LedgerProcess[] = [];
  const start = async (failAt?: string) => {
    const started = await LedgerProcess.start(service, failAt);
    processes.push(started);
    return started;
  };

  beforeEach(async () => {
    service = await TestService.start(ledger, { start: false });
  });

  afterEach(async () => {
    for (const each of processes.splice(0)) await each.stop('SIGKILL');
    await service.stop();
  });

  it.each(['relay.before-send', 'relay.after-send'])(
    '%s: says all it committed, and repeats carry the same id',
    async (place) => {
      const seen = await service.kafka.watch(TOPICS.network.name);
      const doomed = await (await start(place)).ready();
      // The answer may be lost with the process; what was committed is what counts.
      await doomed.http.post('/say', { key: 'k', from: 1, to: 30 }).catch(() => undefined);
      expect(await doomed.death()).toBe('SIGKILL');
      const committed = (await service.query('SELECT id FROM said')).length;
      expect(committed).toBeGreaterThan(0);

      await (await start()).ready();

      await eventually(async () => expect(await service.query('SELECT 1 FROM outbox')).toEqual([]));
      await eventually(() => expect(firstTimes(seen)).toEqual(numbers(1, committed)));
    },
  );

  it.each(['consumer.before-commit', 'consumer.after-commit', 'consumer.before-offset'])(
    '%s: gives every event its effect once',
    async (place) => {
      await service.kafka.publishAll(numbers(1, 150).map((item) => filed('k', item)));
      const doomed = await start(`${place}:2`);
      expect(await doomed.death()).toBe('SIGKILL');

      await start();

      await eventually(async () => expect(itemsOf(await effects(service), 'k')).toEqual(numbers(1, 150)), 40_000);
      await eventually(async () => expect((await service.lag()).total).toBe(0));
      expect(itemsOf(await effects(service), 'k')).toEqual(numbers(1, 150));
    },
  );

  it('stops in order on SIGTERM, without waiting for a session to time out', async () => {
    const first = await (await start()).ready();
    await service.kafka.publishAll(numbers(1, 20).map((item) => filed('k', item, 'slow')));
    await eventually(async () => expect((await effects(service)).length).toBeGreaterThan(0));

    await first.stop('SIGTERM');
    expect(await first.death()).toBeNull();
    await start();

    await eventually(async () => expect(itemsOf(await effects(service), 'k')).toEqual(numbers(1, 20)));
  });
});

/** Numbers of a key in the order they first appeared; a repeat must be the very same event. */
function firstTimes(seen: readonly { id: string; content: { nameZh: string } }[]): number[] {
  const byId = new Map(seen.map(({ id, content }) => [id, Number(content.nameZh)]));
  expect(new Set(byId.values()).size).toBe(byId.size);
  return [...byId.values()];
}
