// @ts-check
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findProgram, runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { secretOf, writeFileAtomically } from '../machine/files.mjs';
import { portFor } from '../machine/ports.mjs';
import { IMAGES } from './images.mjs';
import { databaseAnswers, brokersAnswer, redisAnswers } from './probes.mjs';

const READY_WITHIN_MS = 180_000;

/**
 * @typedef {object} DockerOptions
 * @property {string} home
 * @property {(line: string) => void} log
 * @property {AbortSignal} [signal]
 */

/** True when a Docker daemon answers within three seconds. */
export async function dockerAnswers() {
  if (findProgram('docker') === undefined) return false;
  const { code } = await runCommand('docker', ['version', '--format', '{{.Server.Version}}'], { timeoutMs: 3_000 });
  return code === 0;
}

/** @param {DockerOptions} options */
export async function dockerPostgres(options) {
  const { home } = options;
  const port = await portFor(home, 'docker-postgres');
  const password = secretOf(home, 'postgres-password');
  const environment = join(home, 'secrets', 'postgres.env');
  writeFileAtomically(environment, `POSTGRES_USER=nqi\nPOSTGRES_PASSWORD=${password}\n`, 0o600);
  const url = `postgres://nqi:${password}@127.0.0.1:${port}/postgres`;
  const stop = await runContainer(options, {
    name: 'postgres',
    image: IMAGES.postgres,
    publish: [port, 5432],
    volume: '/var/lib/postgresql',
    options: ['--env-file', environment, '--shm-size', '512m'],
    args: ['-c', 'max_connections=100', '-c', 'shared_buffers=256MB', '-c', 'max_wal_size=1GB'],
    isReady: () => databaseAnswers(url),
  });
  return { url, host: '127.0.0.1', port, user: 'nqi', password, stop };
}

/** @param {DockerOptions} options */
export async function dockerKafka(options) {
  const port = await portFor(options.home, 'docker-kafka');
  const brokers = [`127.0.0.1:${port}`];
  const settings = {
    CLUSTER_ID: 'bnFpLW9uZS1zdG9wLWtmaw',
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_LOG_DIRS: '/var/lib/kafka/data',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '8',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_HEAP_OPTS: '-Xms256m -Xmx512m',
  };
  const stop = await runContainer(options, {
    name: 'kafka',
    image: IMAGES.kafka,
    publish: [port, 9092],
    volume: '/var/lib/kafka/data',
    options: Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    args: [],
    isReady: () => brokersAnswer(brokers),
  });
  return { brokers, stop };
}

/** @param {DockerOptions} options */
export async function dockerRedis(options) {
  const port = await portFor(options.home, 'docker-redis');
  const url = `redis://127.0.0.1:${port}`;
  const stop = await runContainer(options, {
    name: 'redis',
    image: IMAGES.redis,
    publish: [port, 6379],
    options: [],
    args: ['redis-server', '--save', '', '--appendonly', 'no'],
    isReady: () => redisAnswers(url),
  });
  return { url, host: '127.0.0.1', port, stop };
}

/**
 * @typedef {object} Container
 * @property {string} name
 * @property {string} image
 * @property {[number, number]} publish port on the loopback, port in the container
 * @property {string} [volume] the folder whose content outlives the container
 * @property {string[]} options
 * @property {string[]} args
 * @property {() => Promise<boolean>} isReady
 */

/**
 * Runs one container named after the home, in place of one that an earlier stack left, and waits until it answers.
 *
 * @param {DockerOptions} options
 * @param {Container} container
 * @returns {Promise<() => Promise<void>>} what stops it; the volume stays
 */
async function runContainer({ home, log, signal }, { name, image, publish, volume, options, args, isReady }) {
  const id = `nqi-${createHash('sha256').update(home).digest('hex').slice(0, 10)}-${name}`;
  const remove = async () => {
    await runCommand('docker', ['stop', '--time', '20', id]);
    await runCommand('docker', ['rm', '--force', id]);
  };
  await runCommand('docker', ['rm', '--force', id]);
  log(`docker run ${image}`);
  const { code, output } = await runCommand(
    'docker',
    [
      ...['run', '--detach', '--name', id, '--label', `nqi.home=${home}`, '--restart', 'on-failure'],
      ...['--publish', `127.0.0.1:${publish[0]}:${publish[1]}`],
      ...(volume ? ['--volume', `${id}:${volume}`] : []),
      ...options,
      image,
      ...args,
    ],
    { signal },
  );
  if (code !== 0) throw new StackFailure(`Docker could not run ${image}:\n${tail(output, 4)}`);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isReady())) {
    if (signal?.aborted || Date.now() > deadline) {
      const logs = await runCommand('docker', ['logs', '--tail', '10', id]);
      await remove();
      if (signal?.aborted) throw new StackFailure('stopped');
      throw new StackFailure(`${image} did not answer within ${READY_WITHIN_MS / 1000} s:\n${tail(logs.output, 10)}`);
    }
    await delay(200);
  }
  return remove;
}
