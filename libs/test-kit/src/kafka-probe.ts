import { randomUUID } from 'node:crypto';
import { describeEvent, type EventMessage } from '@nqi/contracts';
import { Kafka, logLevel, type Admin, type Consumer, type Producer } from 'kafkajs';

/** An event as a test sees it on Kafka. */
export interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly payload: Buffer;
  readonly partition: number;
  readonly offset: string;
  readonly content: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test reads what it expects
}

/** Speaks to Kafka as another service would: puts events on topics and watches what appears on them. */
export class KafkaProbe {
  private readonly kafka: Kafka;
  private producer: Promise<Producer> | undefined;
  private admin: Promise<Admin> | undefined;
  private readonly consumers: Consumer[] = [];

  constructor(
    brokers: string[],
    private readonly prefix: string,
  ) {
    this.kafka = new Kafka({ clientId: 'nqi-test', brokers, logLevel: logLevel.NOTHING });
  }

  /** Publishes an event under its own id and returns that id; the same id again is a duplicate delivery. */
  async publish(message: EventMessage, eventId: string = randomUUID()): Promise<string> {
    await this.publishAll([{ ...message, eventId }]);
    return eventId;
  }

  /** Publishes many events in one batch, in order. */
  async publishAll(messages: readonly (EventMessage & { eventId?: string })[]): Promise<void> {
    const producer = await this.connect();
    const topics = new Set(messages.map(({ topic }) => topic));
    await producer.sendBatch({
      topicMessages: [...topics].map((topic) => ({
        topic: this.prefix + topic,
        messages: messages.filter((message) => message.topic === topic).map(toKafka),
      })),
    });
  }

  async publishRaw(topic: string, key: string, value: Buffer, headers: Record<string, string>): Promise<void> {
    const producer = await this.connect();
    await producer.send({ topic: this.prefix + topic, messages: [{ key, value, headers }] });
  }

  /** Starts to collect a topic from its beginning; the array grows as events arrive. */
  async watch(topic: string): Promise<readonly SeenEvent[]> {
    const seen: SeenEvent[] = [];
    const consumer = this.kafka.consumer({ groupId: `${this.prefix}probe-${randomUUID()}`, maxWaitTimeInMs: 200 });
    this.consumers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topic: this.prefix + topic, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        const headers = Object.fromEntries(
          Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
        );
        const payload = message.value ?? Buffer.alloc(0);
        const type = headers['ce_type'] ?? '';
        const key = String(message.key ?? '');
        const content = describeEvent(type, payload);
        seen.push({
          id: headers['ce_id'] ?? '',
          type,
          key,
          headers,
          payload,
          partition,
          offset: message.offset,
          content,
        });
      },
    });
    return seen;
  }

  /** Events of these topics that a group has not confirmed yet. */
  async lag(group: string, topics: readonly string[]): Promise<{ total: number }> {
    const admin = await this.openAdmin();
    const confirmed = await admin.fetchOffsets({
      groupId: this.prefix + group,
      topics: topics.map((topic) => this.prefix + topic),
    });
    let total = 0;
    for (const { topic, partitions } of confirmed) {
      const ends = await admin.fetchTopicOffsets(topic);
      for (const { partition, high, low } of ends) {
        const at = Number(partitions.find((candidate) => candidate.partition === partition)?.offset ?? -1);
        total += Number(high) - Math.max(at, Number(low));
      }
    }
    return { total };
  }

  async members(group: string): Promise<string[]> {
    const { groups } = await (await this.openAdmin()).describeGroups([this.prefix + group]);
    return groups.flatMap(({ state, members }) => (state === 'Stable' ? members.map(({ clientId }) => clientId) : []));
  }

  async stop(): Promise<void> {
    await (await this.admin)?.disconnect();
    await Promise.all(this.consumers.map((consumer) => consumer.disconnect()));
    await (await this.producer)?.disconnect();
  }

  private openAdmin(): Promise<Admin> {
    this.admin ??= (async () => {
      const admin = this.kafka.admin();
      await admin.connect();
      return admin;
    })();
    return this.admin;
  }

  private connect(): Promise<Producer> {
    this.producer ??= this.openProducer();
    return this.producer;
  }

  private async openProducer(): Promise<Producer> {
    const producer = this.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return producer;
  }
}

function toKafka({ key, type, payload, eventId }: EventMessage & { eventId?: string }) {
  return {
    key,
    value: Buffer.from(payload),
    headers: {
      ce_specversion: '1.0',
      ce_id: eventId ?? randomUUID(),
      ce_type: type,
      ce_source: '/test',
      ce_subject: key,
      ce_time: new Date().toISOString(),
    },
  };
}
