// @ts-check
import { StackFailure, messageOf } from '../machine/failure.mjs';
import { remove } from '../machine/files.mjs';
import { announceStopping, openHome, releaseHome } from '../machine/home.mjs';
import { bringUp } from './bring-up.mjs';
import { createProgress } from './progress.mjs';
import { homeOf, neededBytes, stackFile } from './settings.mjs';
import { catchStopSignals } from './stop-signals.mjs';

/**
 * @typedef {object} StackOptions
 * @property {string} root the repository
 * @property {readonly import('../services.mjs').ServiceSpec[]} services
 * @property {boolean} [installs] false when the packages are the caller's business
 * @property {boolean} [builds] false when there is nothing to build
 */

/**
 * Brings the whole system up, keeps it up until it is told to stop, and takes it down again in order.
 *
 * @param {StackOptions} options
 * @returns {Promise<number>} exit code
 */
export async function runStack({ root, services, installs = true, builds = true }) {
  // Whoever read our output may be gone; the stack is not.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const progress = createProgress((text) => void process.stdout.write(text), Date.now);
  const stopping = catchStopSignals();
  // Neither a detached child nor a signal handler keeps Node.js from ending.
  const staying = setInterval(() => undefined, 60_000);
  /** @type {(() => Promise<void>)[]} */
  const undoing = [];
  /** @type {string | undefined} */
  let home;
  try {
    const path = homeOf(root);
    home = await openHome(path, progress.say, neededBytes(path));
    await bringUp({
      ...{ root, home, services, installs, builds, progress },
      signal: stopping.signal,
      isHard: stopping.isHard,
      undo: (work) => void undoing.unshift(work),
    });
    await stopping.requested;
    return 0;
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    const shown = error instanceof StackFailure ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\nnpm start: ${shown}\n`);
    return 1;
  } finally {
    stopping.request();
    if (home !== undefined) {
      progress.say('stopping (Ctrl-C once more ends everything at once)');
      remove(stackFile(home));
      announceStopping(home);
      for (const work of undoing) await work().catch((error) => progress.say(`while stopping: ${messageOf(error)}`));
      releaseHome(home);
      progress.say('stopped');
    }
    clearInterval(staying);
  }
}
