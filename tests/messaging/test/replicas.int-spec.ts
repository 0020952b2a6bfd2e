import { TestService, eventually } from '@nqi/test-kit';
import { ledger } from '../src/definition.js';
import { effects, filed, itemsOf, numbers } from './ledger-events.js';
import { LedgerProcess } from './process.js';

const KEYS = numbers(1, 24).map((key) => `key-${key}`);

describe('two replicas of a service', () => {
  let service: TestService;
  const processes: LedgerProcess[] = [];
  const start = async () => {
    const started = await LedgerProcess.start(service);
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

  it('share the work, each event once, each key in order', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    await Promise.all([one.ready(), other.ready()]);
    await eventually(async () => expect((await service.members()).length).toBe(2));

    for (const item of numbers(1, 20)) await service.kafka.publishAll(KEYS.map((key) => filed(key, item)));

    await eventually(async () => expect(await effects(service)).toHaveLength(KEYS.length * 20), 40_000);
    const all = await effects(service);
    for (const key of KEYS) expect(itemsOf(all, key)).toEqual(numbers(1, 20));
    expect(new Set(all.map(({ by_process }) => by_process))).toEqual(new Set([one.pid, other.pid]));
  });

  it('hand partitions over in the middle of a batch without losing or doubling anything', async () => {
    await service.kafka.publishAll(numbers(1, 25).flatMap((item) => KEYS.map((key) => filed(key, item, 'slow'))));
    const first = await (await start()).ready();
    await eventually(async () => expect((await effects(service)).length).toBeGreaterThan(0), 40_000);

    await (await start()).ready();
    await (await start()).ready();
    await first.stop('SIGTERM');

    await eventually(async () => expect((await effects(service)).length).toBe(KEYS.length * 25), 55_000);
    const all = await effects(service);
    for (const key of KEYS) expect(itemsOf(all, key)).toEqual(numbers(1, 25));
  }, 120_000);
});
