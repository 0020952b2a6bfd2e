import { setTimeout as delay } from 'node:timers/promises';
import { percentiles } from './figures.mjs';

const TOPIC = 'nqi-bench-latency';
const MESSAGES = 500;
const GAP_MS = 10;

/** Time from handing one message to Kafka (all replicas confirmed) to a consumer having it, with nothing else going on. */
export async function measureKafka(city) {
  const kafka = city.kafka();
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic: TOPIC, numPartitions: 1, replicationFactor: 1 }],
    waitForLeaders: true,
  });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  const consumer = kafka.consumer({ groupId: `nqi-bench-${Date.now()}`, maxWaitTimeInMs: 1_000 });
  try {
    const times = [];
    await producer.connect();
    await consumer.connect();
    await consumer.subscribe({ topic: TOPIC, fromBeginning: false });
    const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
    await consumer.run({ eachMessage: async ({ message }) => times.push(performance.now() - Number(message.value)) });
    await joined;
    await delay(500);
    for (let sent = 0; sent < MESSAGES; sent += 1) {
      await producer.send({ topic: TOPIC, acks: -1, messages: [{ value: String(performance.now()) }] });
      await delay(GAP_MS);
    }
    while (times.length < MESSAGES) await delay(20);
    return { count: times.length, ...percentiles(times.slice(20)) };
  } finally {
    await consumer.disconnect();
    await producer.disconnect();
    await admin.deleteTopics({ topics: [TOPIC] });
    await admin.disconnect();
  }
}
