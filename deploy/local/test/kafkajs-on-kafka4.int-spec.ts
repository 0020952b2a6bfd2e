import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import kafkajs, { type Admin, type Consumer, type Kafka, type Producer } from 'kafkajs';
import { startKafka, type KafkaBackend } from '../backends/kafka.mjs';
import { eventually } from './eventually.js';

/**
 * kafkajs 2.2.4 was last released before Kafka 4 removed old protocol versions. Every call that the system rests on is
 * made here against the real broker, so that an upgrade of either shows at once what it breaks.
 */
describe('kafkajs on Apache Kafka 4', () => {
  const PARTITIONS = 6;
  let home: string;
  let broker: KafkaBackend;
  let kafka: Kafka;
  let admin: Admin;
  let producer: Producer;
  let topic: string;
  let group: string;
  let run = 0;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'nqi-kafka-'));
    broker = await startKafka({ home });
    kafka = new kafkajs.Kafka({ brokers: broker.brokers, logLevel: kafkajs.logLevel.NOTHING });
    admin = kafka.admin();
    producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
    await Promise.all([admin.connect(), producer.connect()]);
  });

  afterAll(async () => {
    await Promise.all([admin?.disconnect(), producer?.disconnect()]);
    await broker?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(async () => {
    run += 1;
    topic = `nqi.test.thing${run}.v1`;
    group = `nqi-test-${run}`;
    await createTopic(topic, PARTITIONS);
  });

  it('creates a topic with the partitions and the retention asked for, and says when there is one already', async () => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames: ['retention.ms'] }],
    });
    const again = await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS, replicationFactor: 1 }] });

    expect(topics[0]?.partitions).toHaveLength(PARTITIONS);
    expect(resources[0]?.configEntries[0]?.configValue).toBe('604800000');
    expect(again).toBe(false);
  });

  it('refuses to produce to a topic that nobody created', async () => {
    const strict = kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 1, initialRetryTime: 50 } });
    await strict.connect();

    await expect(strict.send({ topic: 'nqi.test.unknown.v1', messages: [{ value: 'x' }] })).rejects.toThrow(
      'This server does not host this topic-partition',
    );

    await strict.disconnect();
  });

  it('delivers bytes and headers unchanged, in the order of each key, from an idempotent producer', async () => {
    const sent = Array.from({ length: 60 }, (_, index) => ({ key: `k${index % 7}`, id: `id-${index}` }));
    const bytes = Buffer.from([0x0a, 0xff, 0xfe, 0x01]);
    await producer.send({
      topic,
      acks: -1,
      messages: sent.map(({ key, id }) => ({ key, value: bytes, headers: { ce_id: id } })),
    });

    const member = await startMember();
    await eventually(() => expect(member.received).toHaveLength(60));
    await member.consumer.disconnect();

    for (const key of new Set(sent.map((message) => message.key))) {
      expect(member.received.filter((message) => message.key === key).map(({ id }) => id)).toEqual(
        sent.filter((message) => message.key === key).map(({ id }) => id),
      );
    }
    expect(member.received.every(({ value }) => value.equals(bytes))).toBe(true);
  });

  it('shares the partitions between two members and gives them back when one leaves', async () => {
    const first = await startMember();
    await eventually(() => expect(first.partitions()).toHaveLength(PARTITIONS));
    const second = await startMember();
    await eventually(() => {
      expect(first.partitions()).toHaveLength(PARTITIONS / 2);
      expect(second.partitions()).toHaveLength(PARTITIONS / 2);
    });

    const { groups } = await admin.describeGroups([group]);
    expect(groups[0]).toMatchObject({ state: 'Stable', protocolType: 'consumer' });
    expect(groups[0]?.members).toHaveLength(2);

    await second.consumer.disconnect();
    await eventually(() => expect(first.partitions()).toHaveLength(PARTITIONS));
    await first.consumer.disconnect();
  });

  it('goes on behind the committed offset after a restart, and tells how far a group is behind', async () => {
    await send(['a', 'b', 'c', 'd', 'e']);
    const first = await startMember();
    await eventually(() => expect(first.received).toHaveLength(5));
    await eventually(async () => expect(await lag()).toBe(0));
    await first.consumer.disconnect();
    await send(['f', 'g']);

    expect(await lag()).toBe(2);
    const second = await startMember();
    await eventually(() => expect(second.received.map(({ id }) => id).sort()).toEqual(['f', 'g']));
    await eventually(async () => expect(await lag()).toBe(0));
    await second.consumer.disconnect();
  });

  it('hears again what was read and not committed', async () => {
    await send(['a', 'b', 'c']);
    const first = await startMember({ commit: false });
    await eventually(() => expect(first.received).toHaveLength(3));
    await first.consumer.disconnect();

    const second = await startMember();

    await eventually(() => expect(second.received).toHaveLength(3));
    await second.consumer.disconnect();
  });

  it('deletes groups and topics, adds partitions and changes settings', async () => {
    const member = await startMember();
    await eventually(() => expect(member.partitions()).toHaveLength(PARTITIONS));
    await member.consumer.disconnect();

    await admin.createPartitions({ topicPartitions: [{ topic, count: PARTITIONS + 2 }] });
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: kafkajs.ConfigResourceTypes.TOPIC,
          name: topic,
          configEntries: [{ name: 'retention.ms', value: '60000' }],
        },
      ],
    });
    await eventually(async () => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      expect(topics[0]?.partitions).toHaveLength(PARTITIONS + 2);
    });

    await admin.deleteGroups([group]);
    await admin.deleteTopics({ topics: [topic] });

    expect((await admin.listGroups()).groups.map(({ groupId }) => groupId)).not.toContain(group);
    await eventually(async () => expect(await admin.listTopics()).not.toContain(topic));
  });

  it('loses a producer to a topic that is deleted behind it, so topics are never deleted under a running system', async () => {
    const own = kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 2, initialRetryTime: 50 } });
    await own.connect();
    await own.send({ topic, messages: [{ value: 'x' }] });
    await createTopic(`${topic}.other`, 1);
    await admin.deleteTopics({ topics: [topic] });

    await eventually(async () => expect(await admin.listTopics()).not.toContain(topic));
    await expect(own.send({ topic: `${topic}.other`, messages: [{ value: 'x' }] })).rejects.toThrow(
      'This server does not host this topic-partition',
    );

    await own.disconnect();
  });

  it('still has everything after the broker was killed, and consumers come back by themselves', async () => {
    await send(['a', 'b']);
    const member = await startMember();
    await eventually(() => expect(member.received).toHaveLength(2));

    process.kill(broker.pid, 'SIGKILL');
    await broker.exited;
    broker = await startKafka({ home });
    await send(['c']);

    await eventually(() => expect(member.received.map(({ id }) => id)).toContain('c'), 40_000);
    await member.consumer.disconnect();
    expect((await admin.fetchTopicOffsets(topic)).reduce((sum, { offset }) => sum + Number(offset), 0)).toBe(3);
  });

  /**
   * Not by `waitForLeaders`: the broker hears of a topic a moment after its controller made it, and kafkajs takes "does not
   * host this topic-partition" in that moment for final.
   */
  async function createTopic(name: string, numPartitions: number): Promise<void> {
    const configEntries = [{ name: 'retention.ms', value: '604800000' }];
    await admin.createTopics({
      waitForLeaders: false,
      topics: [{ topic: name, numPartitions, replicationFactor: 1, configEntries }],
    });
    await eventually(async () => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
      expect(topics[0]?.partitions.every(({ leader }) => leader >= 0)).toBe(true);
    });
  }

  async function send(ids: string[]): Promise<void> {
    await producer.sendBatch({
      acks: -1,
      topicMessages: [{ topic, messages: ids.map((id) => ({ key: id, value: id, headers: { ce_id: id } })) }],
    });
  }

  async function lag(): Promise<number> {
    const ends = await admin.fetchTopicOffsets(topic);
    const [committed] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
    return ends.reduce((sum, { partition, offset }) => {
      const at = Number(committed?.partitions.find((entry) => entry.partition === partition)?.offset ?? -1);
      return sum + Number(offset) - Math.max(at, 0);
    }, 0);
  }

  interface Member {
    consumer: Consumer;
    received: { id: string; key: string; value: Buffer }[];
    partitions: () => number[];
  }

  /** A consumer that commits by hand, batch by batch, as the messaging library does. */
  async function startMember({ commit = true } = {}): Promise<Member> {
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: 6_000,
      heartbeatInterval: 500,
      // disconnect() waits for the fetch in flight, which is 5 s long unless told otherwise.
      maxWaitTimeInMs: 200,
      retry: { retries: 20, maxRetryTime: 1_000 },
    });
    const received: Member['received'] = [];
    let assigned: number[] = [];
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      assigned = payload.memberAssignment[topic] ?? [];
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async ({ batch, resolveOffset }) => {
        for (const message of batch.messages) {
          received.push({
            id: String(message.headers?.ce_id),
            key: String(message.key),
            value: message.value ?? Buffer.alloc(0),
          });
          resolveOffset(message.offset);
        }
        if (!commit) return;
        const next = (BigInt(batch.lastOffset()) + 1n).toString();
        await consumer.commitOffsets([{ topic, partition: batch.partition, offset: next }]);
      },
    });
    return { consumer, received, partitions: () => assigned };
  }
});
