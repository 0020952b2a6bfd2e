import { Kafka, logLevel } from 'kafkajs';

/** Lets a consumer group begin anew; it must have no members. */
export async function deleteGroup(brokers: string[], group: string): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.deleteGroups([group]);
  await admin.disconnect();
}
