import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import kafkajs, { type Admin } from 'kafkajs';
import {
  SERVICE_NAMES,
  SUBSCRIPTIONS,
  TOPICS,
  consumerGroup,
  deadLetterTopic,
  type ServiceName,
  type Topic,
} from './topics.js';

const { ConfigResourceTypes, Kafka, logLevel } = kafkajs;
const DEAD_LETTER_RETENTION_MS = 90 * 24 * 60 * 60 * 1000;

interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly retentionMs: number;
}

/** Every topic a broker must have, or one service needs: the declared ones and one dead-letter topic per subscription. */
export function topicPlan(prefix = '', service?: ServiceName): TopicPlan[] {
  const concerns = (topic: Topic) =>
    !service || topic.owner === service || SUBSCRIPTIONS[service].some((id) => TOPICS[id] === topic);
  const plan: TopicPlan[] = Object.values<Topic>(TOPICS)
    .filter(concerns)
    .map(({ name, partitions, retentionMs }) => ({ name: prefix + name, partitions, retentionMs }));
  for (const listener of service ? [service] : SERVICE_NAMES) {
    for (const id of SUBSCRIPTIONS[listener]) {
      const name = prefix + deadLetterTopic(TOPICS[id].name, consumerGroup(listener));
      plan.push({ name, partitions: 1, retentionMs: DEAD_LETTER_RETENTION_MS });
    }
  }
  return plan;
}

const LEADER_WAIT_MS = 60_000;
const LEADER_POLL_MS = 100;

/** Resolves when every partition of the topics has a leader. Throws the last thing Kafka said when a minute was too short. */
async function leadersOf(admin: Admin, topics: string[]): Promise<void> {
  for (const deadline = Date.now() + LEADER_WAIT_MS; ; await delay(LEADER_POLL_MS)) {
    try {
      const { topics: found } = await admin.fetchTopicMetadata({ topics });
      if (found.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0)))
        return;
      if (Date.now() > deadline) throw new Error('some partitions have no leader yet');
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/**
 * Creates the topics a broker misses and sets the retention of those it has; it never deletes and never shrinks.
 * Returns the names it created. Throws what Kafka says when a topic cannot be made.
 */
export async function ensureTopics(
  brokers: string[],
  options: { prefix?: string; replicationFactor?: number; service?: ServiceName } = {},
) {
  const kafka = new Kafka({ clientId: 'nqi-topics', brokers, logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const plan = topicPlan(options.prefix, options.service);
    const existing = new Set(await admin.listTopics());
    const missing = plan.filter(({ name }) => !existing.has(name));
    if (missing.length > 0) {
      await admin.createTopics({
        // kafkajs asks for leaders at once and gives up early on a busy broker; the wait below is for all partitions.
        waitForLeaders: false,
        topics: missing.map(({ name, partitions, retentionMs }) => ({
          topic: name,
          numPartitions: partitions,
          replicationFactor: options.replicationFactor ?? 1,
          configEntries: [{ name: 'retention.ms', value: String(retentionMs) }],
        })),
      });
      await leadersOf(
        admin,
        missing.map(({ name }) => name),
      );
    }
    const kept = plan.filter(({ name }) => existing.has(name));
    if (kept.length > 0) {
      await admin.alterConfigs({
        validateOnly: false,
        resources: kept.map(({ name, retentionMs }) => ({
          type: ConfigResourceTypes.TOPIC,
          name,
          configEntries: [{ name: 'retention.ms', value: String(retentionMs) }],
        })),
      });
    }
    return missing.map(({ name }) => name);
  } finally {
    await admin.disconnect();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const brokers = process.env['KAFKA_BROKERS']?.split(',').filter(Boolean) ?? [];
  if (brokers.length === 0) {
    process.stderr.write('KAFKA_BROKERS is not set: name the brokers, for example 127.0.0.1:9092\n');
    process.exit(1);
  }
  const created = await ensureTopics(brokers, {
    prefix: process.env['KAFKA_TOPIC_PREFIX'] ?? '',
    replicationFactor: Number(process.env['KAFKA_REPLICATION_FACTOR'] ?? 1),
  });
  process.stdout.write(`topics: ${created.length} created\n`);
}
