// @ts-check
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';

const READY_WITHIN_MS = 120_000;
const SAY_EVERY_MS = 5_000;

/**
 * @typedef {object} Waited
 * @property {string} name
 * @property {number} port
 * @property {string} logFile
 * @property {() => boolean} isAlive
 */

/**
 * Waits until every service answers 200 on /health/ready. Fails with the end of the log of one that died, and with the
 * answer and the log of one that is late.
 *
 * @param {readonly Waited[]} services
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal
 */
export async function waitUntilReady(services, say, signal) {
  const begun = Date.now();
  let nextWord = begun + SAY_EVERY_MS;
  let late = [...services];
  for (;;) {
    const answers = await Promise.all(late.map(({ port }) => readinessOf(port)));
    const dead = late.find((service, index) => !answers[index]?.ready && !service.isAlive());
    if (dead) throw new StackFailure(`${dead.name} stopped while starting; ${endOfLog(dead)}`);
    const [said] = answers.filter(({ ready }) => !ready).map(({ answer }) => answer);
    late = late.filter((_, index) => !answers[index]?.ready);
    const [first] = late;
    if (first === undefined) return;
    if (signal.aborted) throw new StackFailure('stopped');
    if (Date.now() - begun > READY_WITHIN_MS) {
      const names = late.map(({ name }) => name).join(', ');
      throw new StackFailure(
        `not ready after ${READY_WITHIN_MS / 1000} s: ${names}; ${first.name} answers ${said}; ${endOfLog(first)}`,
      );
    }
    if (Date.now() > nextWord) {
      say(`waiting for ${late.map(({ name }) => name).join(', ')}`);
      nextWord += SAY_EVERY_MS;
    }
    await delay(100);
  }
}

/**
 * @param {number} port
 * @returns {Promise<{ready: boolean, answer: string}>}
 */
async function readinessOf(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(3_000) });
    return { ready: response.ok, answer: `${response.status} ${await response.text()}` };
  } catch {
    return { ready: false, answer: 'nothing' };
  }
}

/** @param {{logFile: string}} service */
function endOfLog({ logFile }) {
  try {
    return `the end of ${logFile}:\n${tail(readFileSync(logFile, 'utf8'))}`;
  } catch {
    return 'it has no log';
  }
}
