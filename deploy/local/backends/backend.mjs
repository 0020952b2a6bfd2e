// @ts-check
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { isPortFree } from '../machine/ports.mjs';

const READY_WITHIN_MS = 90_000;
const ATTEMPTS = 3;

/**
 * @template Handle
 * @typedef {object} Attempt one try at starting a backend on ports that were free a moment ago
 * @property {import('../machine/processes.mjs').Launched} process
 * @property {number[]} ports
 * @property {() => Promise<boolean>} isReady
 * @property {Handle} handle
 */

/**
 * Starts a backend and waits until it answers. When somebody took its port in between, tries again on another one;
 * when it dies for its own reasons, fails with the end of its log.
 *
 * @template Handle
 * @param {object} backend
 * @param {string} backend.name
 * @param {(line: string) => void} backend.log
 * @param {AbortSignal} [backend.signal]
 * @param {() => Promise<Attempt<Handle>>} attempt
 * @returns {Promise<Handle>}
 */
export async function startBackend({ name, log, signal }, attempt) {
  for (let tries = 1; ; tries += 1) {
    const { process, ports, isReady, handle } = await attempt();
    const outcome = await readyOrDead(process, isReady, signal);
    if (outcome === 'ready') return handle;
    await process.end({ graceMs: 5_000 });
    if (outcome === 'stopped') throw new StackFailure('stopped');

    const taken = (await Promise.all(ports.map(async (port) => ((await isPortFree(port)) ? [] : [port])))).flat();
    if (taken.length === 0 || tries === ATTEMPTS) {
      const why = outcome === 'late' ? `did not answer within ${READY_WITHIN_MS / 1000} s` : 'stopped while starting';
      throw new StackFailure(`${name} ${why}; the end of ${process.logFile}:\n${tail(readLog(process.logFile))}`);
    }
    log(`port ${taken.join(', ')} was taken meanwhile, trying another one`);
  }
}

/**
 * @param {import('../machine/processes.mjs').Launched} process
 * @param {() => Promise<boolean>} isReady
 * @param {AbortSignal} [signal]
 * @returns {Promise<'ready' | 'dead' | 'late' | 'stopped'>}
 */
async function readyOrDead(process, isReady, signal) {
  let dead = false;
  void process.exited.then(() => {
    dead = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (signal?.aborted) return 'stopped';
    if (dead) return 'dead';
    if ((await isReady()) && !dead) return 'ready';
    await delay(50);
  }
  return 'late';
}

/** @param {string} file */
function readLog(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
