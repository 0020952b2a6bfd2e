// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { StackFailure } from '../machine/failure.mjs';
import { openHome, releaseHome } from '../machine/home.mjs';
import { brokersAnswer, databaseAnswers, redisAnswers } from './probes.mjs';
import { dockerAnswers, dockerKafka, dockerPostgres, dockerRedis } from './docker.mjs';
import { startKafka } from './kafka.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';

/**
 * @typedef {'environment' | 'docker' | 'embedded'} Source
 *
 * @typedef {object} Running what each backing service has in common
 * @property {Source} source
 * @property {number} [pid] of an embedded one
 * @property {Promise<unknown>} [exited] of an embedded one
 * @property {(isHard?: () => boolean) => Promise<void>} stop does nothing to one that the environment named
 *
 * @typedef {Running & {url: string, host: string, port: number, user: string, password: string}} Postgres
 * @typedef {Running & {brokers: string[]}} Kafka
 * @typedef {Running & {url: string}} Redis
 *
 * @typedef {object} Backends
 * @property {Postgres} postgres
 * @property {Kafka} kafka
 * @property {Redis} redis
 * @property {{DATABASE_URL: string, KAFKA_BROKERS: string, REDIS_URL: string}} env what a process needs to reach them
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} Choice
 * @property {string} home
 * @property {(line: string) => void} [log]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal} [signal]
 * @property {Record<string, string>} [postgresSettings] for an embedded one
 * @property {Record<string, string>} [kafkaSettings] for an embedded one
 */

/**
 * Finds or starts PostgreSQL, Kafka and Redis, each by the first of: the environment's URL, Docker, embedded. All three
 * answer when this returns; when one cannot be had, the others are stopped again and it fails.
 *
 * @param {Choice} choice
 * @returns {Promise<Backends>}
 */
export async function chooseBackends({ log = () => {}, env = process.env, signal, ...options }) {
  const home = await openHome(options.home, log);
  const named = { postgres: env.DATABASE_URL, kafka: env.KAFKA_BROKERS, redis: env.REDIS_URL };
  const source = Object.values(named).every(Boolean) || !(await dockerAnswers()) ? 'embedded' : 'docker';
  const failing = new AbortController();
  const context = { home, log, signal: signal ? AbortSignal.any([signal, failing.signal]) : failing.signal };

  const attempts = [
    named.postgres ? namedPostgres(named.postgres) : startedPostgres(source, context, options.postgresSettings),
    named.kafka ? namedKafka(named.kafka) : startedKafka(source, context, options.kafkaSettings),
    named.redis ? namedRedis(named.redis) : startedRedis(source, context),
  ];
  for (const attempt of attempts) attempt.catch(() => failing.abort());
  const outcomes = await Promise.allSettled(attempts);
  const running = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async () => {
    await Promise.all(running.map((backend) => backend.stop()));
    releaseHome(home);
  };
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (failures.length > 0) {
    await stop();
    // The one that failed first made the others stop.
    throw failures.find((failure) => failure.message !== 'stopped') ?? failures[0];
  }
  const [postgres, kafka, redis] = /** @type {[Postgres, Kafka, Redis]} */ (running);
  return {
    postgres,
    kafka,
    redis,
    env: { DATABASE_URL: postgres.url, KAFKA_BROKERS: kafka.brokers.join(','), REDIS_URL: redis.url },
    stop,
  };
}

/**
 * @typedef {object} Context
 * @property {string} home
 * @property {(line: string) => void} log
 * @property {AbortSignal} signal
 */

/**
 * @param {'docker' | 'embedded'} source
 * @param {Context} context
 * @param {Record<string, string>} [settings]
 * @returns {Promise<Postgres>}
 */
async function startedPostgres(source, context, settings) {
  const server = source === 'docker' ? await dockerPostgres(context) : await startPostgres({ ...context, settings });
  return { source, ...server };
}

/**
 * @param {'docker' | 'embedded'} source
 * @param {Context} context
 * @param {Record<string, string>} [settings]
 * @returns {Promise<Kafka>}
 */
async function startedKafka(source, context, settings) {
  const broker = source === 'docker' ? await dockerKafka(context) : await startKafka({ ...context, settings });
  return { source, ...broker };
}

/**
 * @param {'docker' | 'embedded'} source
 * @param {Context} context
 * @returns {Promise<Redis>}
 */
async function startedRedis(source, context) {
  return { source, ...(source === 'docker' ? await dockerRedis(context) : await startRedis(context)) };
}

/**
 * @param {string} url
 * @returns {Promise<Postgres>}
 */
async function namedPostgres(url) {
  const { hostname, port, username, password } = new URL(url);
  await answered('DATABASE_URL', `PostgreSQL at ${hostname}:${port || 5432}`, () => databaseAnswers(url));
  return {
    source: 'environment',
    url,
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    stop: async () => undefined,
  };
}

/**
 * @param {string} list
 * @returns {Promise<Kafka>}
 */
async function namedKafka(list) {
  const brokers = list.split(',').map((broker) => broker.trim());
  await answered('KAFKA_BROKERS', `Kafka at ${list}`, () => brokersAnswer(brokers));
  return { source: 'environment', brokers, stop: async () => undefined };
}

/**
 * @param {string} url
 * @returns {Promise<Redis>}
 */
async function namedRedis(url) {
  await answered('REDIS_URL', `Redis at ${new URL(url).host}`, () => redisAnswers(url));
  return { source: 'environment', url, stop: async () => undefined };
}

/**
 * Waits a little: what the environment names may be starting at this moment.
 *
 * @param {string} variable
 * @param {string} what
 * @param {() => Promise<boolean>} probe
 */
async function answered(variable, what, probe) {
  const deadline = Date.now() + 15_000;
  while (!(await probe())) {
    if (Date.now() > deadline) {
      throw new StackFailure(
        `${what}, named by ${variable}, does not answer: start it, correct the address, or unset ${variable}`,
      );
    }
    await delay(250);
  }
}
