// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { stillWorking } from './progress.mjs';

/**
 * Installs the packages of the lock file when they are missing or the lock changed since. The lock itself is left as it
 * is: npm rewrites it when the registry at hand serves fewer platforms than the one it was made with.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {(line: string) => void} options.say
 * @param {AbortSignal} options.signal
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installPackages({ root, say, signal }) {
  const lockFile = join(root, 'package-lock.json');
  const lock = readFileSync(lockFile);
  const digest = createHash('sha256').update(lock).digest('hex');
  if (isInstalled(root, lockFile, digest)) return false;

  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : [findProgram('npm'), []];
  if (command === undefined)
    throw new StackFailure('npm was not found: it comes with Node.js, install that from a complete package');
  say('npm install (the first time takes a minute or more)');
  const { code, output } = await stillWorking(
    () => 'still installing',
    say,
    runCommand(command, [...first, 'install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, signal }),
  );
  if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock);
  if (code !== 0) throw new StackFailure(failedInstall(output));
  writeFileSync(stampFile(root), digest);
  return true;
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'node_modules', '.nqi-lock');
}

/**
 * @param {string} root
 * @param {string} lockFile
 * @param {string} digest
 */
function isInstalled(root, lockFile, digest) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const stamp = stampFile(root);
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === digest;
  return statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** @param {string} output */
function failedInstall(output) {
  if (/ENOSPC/.test(output)) return 'the disk is full: npm install could not finish, free some room and start again';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return 'the npm registry cannot be reached: connect to the network (or set npm\'s "registry" to one that can) and start again';
  }
  return `npm install failed:\n${tail(output)}`;
}
