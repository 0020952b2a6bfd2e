// @ts-check
import { join } from 'node:path';
import { tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { runMarked } from '../machine/processes.mjs';

const TRIES = 3;

/**
 * Creates the declared topics that the broker lacks. Tries again, for a busy broker may say of a topic which its controller
 * has just made that it does not host it; what exists by then is left as it is.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.home
 * @param {NodeJS.ProcessEnv} options.env
 * @param {AbortSignal} options.signal
 */
export async function ensureTopics({ root, home, env, signal }) {
  const command = {
    home,
    name: 'topics',
    command: process.execPath,
    args: [join(root, 'libs', 'contracts', 'dist', 'ensure-topics.js')],
    env,
    cwd: root,
    signal,
  };
  for (let tries = 1; ; tries += 1) {
    const { code, output } = await runMarked(command);
    if (code === 0) return;
    if (tries === TRIES)
      throw new StackFailure(`the Kafka topics could not be created (exit ${code}):\n${tail(output)}`);
  }
}
