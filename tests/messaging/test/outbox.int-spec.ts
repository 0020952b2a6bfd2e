import { TOPICS } from '@nqi/contracts';
import { Outbox } from '@nqi/messaging';
import { TestService, eventually, type SeenEvent } from '@nqi/test-kit';
import pg from 'pg';
import { ledger } from '../src/definition.js';
import { numbers } from './ledger-events.js';

const said = (events: readonly SeenEvent[], key: string): number[] =>
  events.filter((event) => event.key === key).map(({ content }) => Number(content.nameZh));

describe('the outbox', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await TestService.start(ledger);
  });

  afterEach(() => service.stop());

  it('sends what was committed, in order per key, each once in quiet times', async () => {
    const seen = await service.kafka.watch(TOPICS.network.name);
    const http = await service.as();

    await Promise.all(['x', 'y', 'z'].map((key) => http.post('/say', { key, from: 1, to: 50 })));

    await eventually(() => expect(seen).toHaveLength(150));
    for (const key of ['x', 'y', 'z']) expect(said(seen, key)).toEqual(numbers(1, 50));
    await eventually(async () => expect(await service.query('SELECT 1 FROM outbox')).toEqual([]));
  });

  it('says nothing of what was rolled back', async () => {
    const outbox = service.app.get(Outbox);
    const seen = await service.kafka.watch(TOPICS.network.name);

    await expect(
      service.database.transaction(async () => {
        await outbox.append([{ topic: TOPICS.network.name, key: 'ghost', type: 't', payload: new Uint8Array() }]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await (await service.as()).post('/say', { key: 'after', from: 1, to: 1 });

    await eventually(() => expect(seen.map(({ key }) => key)).toEqual(['after']));
  });

  it('refuses to speak without a transaction', async () => {
    const message = { topic: TOPICS.network.name, key: 'k', type: 't', payload: new Uint8Array() };

    await expect(service.app.get(Outbox).append([message])).rejects.toThrow('needs the transaction');
  });

  it('sends rows that become visible after later ones', async () => {
    const seen = await service.kafka.watch(TOPICS.network.name);
    const slow = new pg.Client({ connectionString: service.settings.databaseUrl });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(
      `INSERT INTO outbox (event_id, topic, key, type, payload)
       VALUES (gen_random_uuid(), $1, 'late', 'nqi.routing.v1.NetworkChanged', '')`,
      [TOPICS.network.name],
    );

    await (await service.as()).post('/say', { key: 'early', from: 1, to: 3 });
    await eventually(() => expect(said(seen, 'early')).toEqual([1, 2, 3]));
    await slow.query('COMMIT');
    await slow.end();

    await eventually(() => expect(seen.map(({ key }) => key)).toEqual(['early', 'early', 'early', 'late']));
  });

  it('has one relay at work when two replicas speak about the same key', async () => {
    const seen = await service.kafka.watch(TOPICS.network.name);
    const replica = await service.replica();
    try {
      const [here, there] = [await service.as(), await service.as(undefined, replica.url)];
      for (const turn of numbers(0, 9)) {
        await (turn % 2 === 0 ? here : there).post('/say', { key: 'turns', from: turn * 10 + 1, to: turn * 10 + 10 });
      }

      await eventually(() => expect(said(seen, 'turns')).toEqual(numbers(1, 100)));
    } finally {
      await replica.stop();
    }
  });

  it('flushes before it stops', async () => {
    const seen = await service.kafka.watch(TOPICS.network.name);
    await (await service.as()).post('/say', { key: 'last', from: 1, to: 40 });

    await service.down();

    await eventually(() => expect(said(seen, 'last')).toEqual(numbers(1, 40)));
  });
});
