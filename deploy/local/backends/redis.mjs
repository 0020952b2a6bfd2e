// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf } from '../machine/home.mjs';
import { portFor } from '../machine/ports.mjs';
import { launchProcess } from '../machine/processes.mjs';
import { startBackend } from './backend.mjs';
import { redisAnswers } from './probes.mjs';
import { findRedis } from './redis-binary.mjs';

/**
 * @typedef {object} RedisBackend
 * @property {string} url
 * @property {string} host
 * @property {number} port
 * @property {number} pid
 * @property {Promise<import('../machine/processes.mjs').Ending>} exited
 * @property {(isHard?: () => boolean) => Promise<void>} stop
 */

/**
 * Starts a Redis that keeps nothing on disk: what the system holds in it is a hint and may be lost at any time.
 *
 * @param {object} options
 * @param {string} options.home
 * @param {(line: string) => void} [options.log]
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<RedisBackend>}
 */
export async function startRedis({ home, log = () => {}, signal }) {
  const { server, libraries } = await findRedis({ home, log, signal });
  mkdirSync(join(home, 'redis'), { recursive: true });

  return startBackend({ name: 'Redis', log, signal }, async () => {
    const port = await portFor(home, 'redis');
    const redis = await launchProcess({
      home,
      name: 'redis',
      command: server,
      args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'],
      env: { PATH: process.env.PATH, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
      cwd: join(home, 'redis'),
    });
    const url = `redis://127.0.0.1:${port}`;
    return {
      process: redis,
      ports: [port],
      isReady: () => redisAnswers(url),
      handle: {
        url,
        host: '127.0.0.1',
        port,
        pid: redis.pid,
        exited: redis.exited,
        stop: (isHard) => redis.end({ ...endingOf('redis'), isHard }),
      },
    };
  });
}
