// @ts-check
import { join } from 'node:path';
import { startKafka } from '../backends/kafka.mjs';
import { startPostgres } from '../backends/postgres.mjs';
import { startRedis } from '../backends/redis.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { launchProcess } from '../machine/processes.mjs';

/** Half of the young generation that V8 would take: ten services on one machine spend most of their time idle. */
const FLAGS = ['--max-semi-space-size=8'];

/**
 * A service as the supervisor keeps it: the same port and the same log through every restart.
 *
 * @param {object} options
 * @param {import('../services.mjs').ServiceSpec} options.spec
 * @param {string} options.root
 * @param {string} options.home
 * @param {import('./services.mjs').ServicePlan} options.plan
 * @returns {import('./supervisor.mjs').Ward}
 */
export function serviceWard({ spec, root, home, plan }) {
  const { name, flags = FLAGS } = spec;
  return {
    name,
    start: async (again) => {
      const launched = await launchProcess({
        home,
        name,
        command: process.execPath,
        args: [...flags, join(root, 'services', name, 'dist', 'main.js')],
        env: plan.environmentOf(name),
        cwd: root,
        keepLog: again,
      });
      return { ...launched, stop: (isHard) => launched.end({ graceMs: 15_000, isHard }) };
    },
  };
}

/**
 * The embedded backends as the supervisor keeps them. One comes back where the services know it, or not at all.
 *
 * @param {string} home
 * @param {import('../backends/choose.mjs').Backends} backends
 * @returns {{ward: import('./supervisor.mjs').Ward, running: import('./supervisor.mjs').Supervised}[]}
 */
export function backendWards(home, { postgres, kafka, redis }) {
  return [
    ...keep('postgres', postgres, async () => {
      const server = await startPostgres({ home });
      return { running: server, inPlace: server.url === postgres.url };
    }),
    ...keep('kafka', kafka, async () => {
      const broker = await startKafka({ home });
      return { running: broker, inPlace: broker.brokers.join() === kafka.brokers.join() };
    }),
    ...keep('redis', redis, async () => {
      const server = await startRedis({ home });
      return { running: server, inPlace: server.url === redis.url };
    }),
  ];
}

/**
 * @param {string} name
 * @param {import('../backends/choose.mjs').Running} found
 * @param {() => Promise<{running: import('./supervisor.mjs').Supervised, inPlace: boolean}>} startAgain
 */
function keep(name, { pid, exited, stop }, startAgain) {
  if (pid === undefined || exited === undefined) return [];
  const start = async () => {
    const { running, inPlace } = await startAgain();
    if (inPlace) return running;
    await running.stop(() => false);
    throw new StackFailure('another program took its port meanwhile');
  };
  return [{ ward: { name, start }, running: { pid, exited, stop } }];
}
