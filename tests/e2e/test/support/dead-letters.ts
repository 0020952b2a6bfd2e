import kafkajs from 'kafkajs';
import type { City } from './city.js';

/** Dead-letter topics that hold anything, with how much. */
export async function deadLetters(city: City): Promise<Record<string, number>> {
  const kafka = new kafkajs.Kafka({ brokers: city.stack.kafka.brokers, logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.endsWith('.dlq'));
    expect(topics.length).toBeGreaterThan(0);
    const counts: Record<string, number> = {};
    for (const topic of topics) {
      const ends = await admin.fetchTopicOffsets(topic);
      const count = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
      if (count > 0) counts[topic] = count;
    }
    return counts;
  } finally {
    await admin.disconnect();
  }
}
