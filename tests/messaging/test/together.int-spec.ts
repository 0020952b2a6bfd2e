import { TOPICS } from '@nqi/contracts';
import { Database } from '@nqi/persistence';
import { TestService, eventually, type SeenEvent } from '@nqi/test-kit';
import { ledger } from '../src/definition.js';
import { effects, filed, itemsOf, numbers } from './ledger-events.js';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

describe('events that come together', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await TestService.start(ledger);
  });

  afterEach(() => service.stop());

  it('share transactions over partitions: far fewer than events', async () => {
    const events = numbers(1, 25).flatMap((item) => KEYS.map((key) => filed(key, item)));

    await service.kafka.publishAll(events);

    await eventually(async () => expect(await effects(service)).toHaveLength(events.length));
    // Rows written by one transaction carry its number.
    const [{ transactions }] = (await service.query(
      'SELECT count(DISTINCT xmin::text)::int AS transactions FROM effect',
    )) as [{ transactions: number }];
    expect(transactions).toBeLessThan(events.length / 4);
    for (const key of KEYS) expect(itemsOf(await effects(service), key)).toEqual(numbers(1, 25));
  });

  it('do not suffer from a bad one in another partition', async () => {
    const bad = new Map([
      ['b', 3],
      ['f', 7],
    ]);
    await service.kafka.publishAll(
      numbers(1, 10).flatMap((item) => KEYS.map((key) => filed(key, item, bad.get(key) === item ? 'refuse' : 'work'))),
    );

    await eventually(async () => expect(await service.deadLetters()).toHaveLength(2));
    await eventually(async () => expect(await effects(service)).toHaveLength(KEYS.length * 10 - 2));
    for (const key of KEYS) {
      const expected = numbers(1, 10).filter((item) => item !== bad.get(key));
      expect(itemsOf(await effects(service), key)).toEqual(expected);
    }
  });

  it('leave in order although the relay loses its connection again and again', async () => {
    const seen: readonly SeenEvent[] = await service.kafka.watch(TOPICS.network.name);
    const http = await service.as();

    for (const turn of numbers(0, 4)) {
      const say = http.post('/say', { key: 'cut', from: turn * 20 + 1, to: turn * 20 + 20 });
      await service.cutConnections();
      // What was cut off before it committed was not said.
      if ((await say).status >= 400) await http.post('/say', { key: `again-${turn}`, from: 1, to: 1 });
    }

    await eventually(async () => expect(await service.query('SELECT 1 FROM outbox')).toEqual([]));
    const first = [...new Set(seen.filter(({ key }) => key === 'cut').map(({ content }) => Number(content.nameZh)))];
    expect(first).toEqual([...first].sort((a, b) => a - b));
  });
});

describe('values gathered over a transaction', () => {
  let service: TestService;
  let written: number[][];
  const write = async (values: readonly number[]): Promise<void> => {
    written.push([...values]);
  };

  beforeAll(async () => {
    service = await TestService.start(ledger);
  });

  beforeEach(() => (written = []));

  afterAll(() => service.stop());

  it('are written together before the commit, at once without one, and never after a failure', async () => {
    const database = service.app.get(Database);

    await database.transaction(async () => {
      await database.gather(write, 1);
      await database.gather(write, 2);
      expect(written).toEqual([]);
    });
    await database.gather(write, 3);
    const failing = database.transaction(async () => {
      await database.gather(write, 4);
      throw new Error('changed my mind');
    });

    await expect(failing).rejects.toThrow('changed my mind');
    expect(written).toEqual([[1, 2], [3]]);
  });

  it('fail the transaction that cannot write them', async () => {
    const database = service.app.get(Database);
    const refuse = async (): Promise<void> => {
      throw new Error('no room');
    };

    const failing = database.transaction(async () => {
      await database.write(`INSERT INTO effect (key, item, by_process) VALUES ('gone', 1, 1)`);
      await database.gather(refuse, 1);
    });

    await expect(failing).rejects.toThrow('no room');
    expect(itemsOf(await effects(service), 'gone')).toEqual([]);
  });
});
