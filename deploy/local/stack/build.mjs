// @ts-check
import { join } from 'node:path';
import { runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { stillWorking } from './progress.mjs';

/**
 * Builds every project through Nx, which does only what changed.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {(line: string) => void} options.say
 * @param {AbortSignal} options.signal
 */
export async function buildEverything({ root, say, signal }) {
  const { code, output } = await stillWorking(
    () => 'still building',
    say,
    runCommand(join(root, 'node_modules', '.bin', 'nx'), ['run-many', '-t', 'build', '--output-style=stream'], {
      cwd: root,
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' },
      signal,
    }),
  );
  if (code !== 0) {
    const why = /ENOSPC|No space left/.test(output)
      ? 'the disk is full'
      : `npm run build shows all of it:\n${tail(output, 25)}`;
    throw new StackFailure(`the build failed; ${why}`);
  }
}
