import kafkajs from 'kafkajs';

const brokers = process.env.KAFKA_BROKERS.split(',');
const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic: 'nqi.fake.thing.v1', numPartitions: 3, replicationFactor: 1 }] });
await admin.disconnect();
