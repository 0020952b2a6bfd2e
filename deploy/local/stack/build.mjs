// @ts-check
import { join } from 'node:path';
import { canKeepIn } from '../machine/cache.mjs';
import { runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { stillWorking } from './progress.mjs';

/**
 * Builds every project through Nx, which does only what changed.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.home
 * @param {(line: string) => void} options.say
 * @param {AbortSignal} options.signal
 */
export async function buildEverything({ root, home, say, signal }) {
  // buf does not run for a user who has no home folder to keep a cache in.
  const cache = canKeepIn('.cache') ? {} : { BUF_CACHE_DIR: join(home, 'cache', 'buf') };
  const { code, output } = await stillWorking(
    () => 'still building',
    say,
    runCommand(join(root, 'node_modules', '.bin', 'nx'), ['run-many', '-t', 'build', '--output-style=stream'], {
      cwd: root,
      env: { ...process.env, ...cache, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' },
      signal,
    }),
  );
  if (code === 0) return;
  if (/ENOSPC|No space left/.test(output)) throw new StackFailure('the disk is full: the build could not finish');
  throw new StackFailure(`the build failed (npm run build shows all of it):\n${tail(saidByTheFailed(output), 20)}`);
}

/**
 * The lines of the projects that failed, out of those of all projects; all when Nx itself failed.
 *
 * @param {string} output
 */
export function saidByTheFailed(output) {
  const list = output.slice(output.lastIndexOf('Failed tasks:'));
  const projects = [...list.matchAll(/^\s*- (\S+):\S+$/gm)].map((match) => `${match[1]}:`);
  const lines = output.split('\n').filter((line) => projects.some((project) => line.startsWith(project)));
  return lines.length > 0 ? lines.join('\n') : output;
}
