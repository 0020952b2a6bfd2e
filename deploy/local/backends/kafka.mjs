// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { endingOf } from '../machine/home.mjs';
import { portFor } from '../machine/ports.mjs';
import { launchProcess } from '../machine/processes.mjs';
import { startBackend } from './backend.mjs';
import { findJava, kafkaJars } from './kafka-jars.mjs';
import { brokersAnswer } from './probes.mjs';

const LOGGING = fileURLToPath(new URL('../../kafka/log4j2.properties', import.meta.url));
const HEAP = ['-Xms256m', '-Xmx512m'];

/**
 * @typedef {object} KafkaBackend
 * @property {string[]} brokers
 * @property {number} pid
 * @property {Promise<import('../machine/processes.mjs').Ending>} exited
 * @property {(isHard?: () => boolean) => Promise<void>} stop controlled shutdown; the logs stay
 *
 * @typedef {object} KafkaOptions
 * @property {string} home
 * @property {(line: string) => void} [log]
 * @property {AbortSignal} [signal]
 * @property {Record<string, string>} [settings] broker settings over those of the stack
 */

/**
 * Starts one Apache Kafka node (KRaft: broker and controller in one) on the logs of `home`.
 *
 * @param {KafkaOptions} options
 * @returns {Promise<KafkaBackend>}
 */
export async function startKafka({ home, log = () => {}, signal, settings = {} }) {
  const java = await findJava();
  const classpath = join(await kafkaJars({ home, log, signal }), '*');
  const folder = join(home, 'kafka');
  const properties = join(folder, 'server.properties');
  mkdirSync(folder, { recursive: true });

  return startBackend({ name: 'Apache Kafka', log, signal }, async () => {
    const port = await portFor(home, 'kafka');
    const controllerPort = await portFor(home, 'kafka-controller');
    writeFileSync(properties, serverProperties({ folder, port, controllerPort, settings }));
    if (!existsSync(join(folder, 'data', 'meta.properties'))) {
      log('formatting the Kafka log folder');
      await format({ java, classpath, properties, signal });
    }
    const broker = await launchProcess({
      home,
      name: 'kafka',
      command: java,
      args: [
        ...HEAP,
        '-XX:+UseSerialGC',
        '-XX:+ExitOnOutOfMemoryError',
        '-Djava.awt.headless=true',
        `-Dlog4j2.configurationFile=${LOGGING}`,
        '-cp',
        classpath,
        'kafka.Kafka',
        properties,
      ],
      cwd: folder,
    });
    const brokers = [`127.0.0.1:${port}`];
    return {
      process: broker,
      ports: [port, controllerPort],
      isReady: () => brokersAnswer(brokers),
      handle: {
        brokers,
        pid: broker.pid,
        exited: broker.exited,
        stop: (isHard) => broker.end({ ...endingOf('kafka'), isHard }),
      },
    };
  });
}

/**
 * @param {object} node
 * @param {string} node.folder
 * @param {number} node.port
 * @param {number} node.controllerPort
 * @param {Record<string, string>} node.settings
 */
function serverProperties({ folder, port, controllerPort, settings }) {
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'log.dirs': join(folder, 'data'),
    'num.partitions': '3',
    'auto.create.topics.enable': 'false',
    // After kill -9 the node is let in again when the session of its former self has run out.
    'broker.session.timeout.ms': '4000',
    'broker.heartbeat.interval.ms': '1000',
    'group.initial.rebalance.delay.ms': '0',
    'offsets.topic.num.partitions': '8',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    ...settings,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/**
 * @param {object} options
 * @param {string} options.java
 * @param {string} options.classpath
 * @param {string} options.properties
 * @param {AbortSignal} [options.signal]
 */
async function format({ java, classpath, properties, signal }) {
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const { code, output } = await runCommand(
    java,
    ['-Xmx128m', '-cp', classpath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties],
    { signal },
  );
  if (code !== 0) throw new StackFailure(`Kafka could not format its log folder:\n${tail(output)}`);
}
