import { join } from 'node:path';
import { chooseBackends } from '@nqi/local-stack';
import { GenericContainer, getContainerRuntimeClient } from 'testcontainers';
import { dockerKafka } from './docker-kafka.js';

/** Where a test run's PostgreSQL, Kafka and Redis answer, and how to end those it started itself. */
export interface TestBackends {
  readonly env: Readonly<Record<'DATABASE_URL' | 'KAFKA_BROKERS' | 'REDIS_URL', string>>;
  stop(): Promise<void>;
}

/**
 * The backends of a test run: those the environment names, else containers when Docker answers, else embedded ones in
 * their own state folder. Started once per run, by whoever runs the tests, never by a test.
 */
export async function startTestBackends(home = join(process.cwd(), '.nqi', 'test')): Promise<TestBackends> {
  const { DATABASE_URL, KAFKA_BROKERS, REDIS_URL } = process.env;
  if (DATABASE_URL && KAFKA_BROKERS && REDIS_URL) {
    return { env: { DATABASE_URL, KAFKA_BROKERS, REDIS_URL }, stop: async () => undefined };
  }
  return (await dockerAnswers()) ? startContainers() : chooseBackends({ home });
}

async function dockerAnswers(): Promise<boolean> {
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

async function startContainers(): Promise<TestBackends> {
  const password = crypto.randomUUID();
  const [postgres, redis, kafka] = await Promise.all([
    new GenericContainer('postgres:18-alpine')
      .withEnvironment({ POSTGRES_PASSWORD: password })
      .withExposedPorts(5432)
      .withCommand(['postgres', '-c', 'max_connections=200'])
      .start(),
    new GenericContainer('redis:7-alpine').withExposedPorts(6379).start(),
    dockerKafka(),
  ]);
  return {
    env: {
      DATABASE_URL: `postgres://postgres:${password}@${postgres.getHost()}:${postgres.getMappedPort(5432)}/postgres`,
      KAFKA_BROKERS: kafka.brokers,
      REDIS_URL: `redis://${redis.getHost()}:${redis.getMappedPort(6379)}`,
    },
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop(), kafka.stop()]);
    },
  };
}
