import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const READY_WITHIN_MS = 10 * 60_000;

/**
 * Starts the whole system as a newcomer would, in a state folder of its own that is empty at the beginning.
 * @param {{env?: NodeJS.ProcessEnv, home?: string}} [options]
 * @returns {Promise<{file: string, baseUrl: string, stop: () => Promise<void>}>}
 */
export async function startStack({ env = process.env, home = join(ROOT, '.nqi', 'e2e') } = {}) {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const port = String(await freePort());
  const child = spawn(process.execPath, ['deploy/local/start.mjs'], {
    cwd: ROOT,
    env: { ...env, NQI_HOME: home, NQI_PORT: port, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const baseUrl = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), READY_WITHIN_MS);
    const listen = (chunk) => {
      output += chunk;
      const ready = /^ready +(https?:\/\/\S+)/m.exec(output);
      if (ready) {
        clearTimeout(late);
        resolve(ready[1]);
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended with ${code}:\n${output}`));
    });
  });
  return {
    file: join(home, 'run', 'stack.json'),
    baseUrl,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
