// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { StackFailure } from '../machine/failure.mjs';
import { endLeftovers, ownerOf } from '../machine/home.mjs';
import { processesOf } from '../machine/processes.mjs';

const GONE_WITHIN_MS = 90_000;

/**
 * Ends the stack of a home: through its supervisor when that is alive, else what it left behind.
 *
 * @param {string} home
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code
 */
export async function stopStack(home, say) {
  const owner = ownerOf(home)?.pid;
  if (owner === undefined) {
    if (processesOf(home).length === 0) say(`nothing runs from ${home}`);
    await endLeftovers(home, say);
    return 0;
  }
  try {
    process.kill(owner, 'SIGTERM');
  } catch {
    throw new StackFailure(`process ${owner}, which holds ${home}, belongs to another user: stop it as that user`);
  }
  const deadline = Date.now() + GONE_WITHIN_MS;
  while (ownerOf(home)?.pid === owner) {
    if (Date.now() > deadline) {
      say(`process ${owner} has not ended after ${GONE_WITHIN_MS / 1000} s: kill -9 ${owner}, then npm run stop again`);
      return 1;
    }
    await delay(100);
  }
  say('stopped');
  return 0;
}
