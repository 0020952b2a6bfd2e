// @ts-check
import { join } from 'node:path';
import { tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { runMarked } from '../machine/processes.mjs';

/**
 * Creates the declared topics that the broker lacks.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.home
 * @param {NodeJS.ProcessEnv} options.env
 * @param {AbortSignal} options.signal
 */
export async function ensureTopics({ root, home, env, signal }) {
  const { code, output } = await runMarked({
    home,
    name: 'topics',
    command: process.execPath,
    args: [join(root, 'libs', 'contracts', 'dist', 'ensure-topics.js')],
    env,
    cwd: root,
    signal,
  });
  if (code !== 0) throw new StackFailure(`the Kafka topics could not be created (exit ${code}):\n${tail(output)}`);
}
