// @ts-check
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../machine/cache.mjs';
import { findProgram, isExecutable, runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { remove } from '../machine/files.mjs';

const HOW_TO_GET = 'apt-get install redis-server (its daemon is not needed), or set REDIS_URL';

/** In Debian the server is a link to a program of the tools. */
const PACKAGES = ['redis-server', 'redis-tools'];

/**
 * @typedef {object} RedisProgram
 * @property {string} server
 * @property {string} [libraries] where the shared libraries of an unpacked server are
 *
 * @typedef {object} Search
 * @property {string} home
 * @property {(line: string) => void} log
 * @property {AbortSignal} [signal]
 */

/**
 * The machine's redis-server, else Debian's packages unpacked into the cache: that needs no root, starts no daemon and
 * changes nothing on the machine.
 *
 * @param {Search} search
 * @returns {Promise<RedisProgram>}
 */
export async function findRedis({ home, log, signal }) {
  const installed = findProgram('redis-server') ?? findProgram('valkey-server');
  if (installed) return { server: installed };

  const unpacked = join(cacheFolder(home), 'redis');
  if (!isExecutable(serverIn(unpacked))) {
    const missing = ['apt-get', 'dpkg-deb'].filter((program) => findProgram(program) === undefined);
    if (missing.length > 0) throw new StackFailure(`redis-server was not found: install it, or set REDIS_URL`);
    log('no redis-server on this machine: fetching the packages of the distribution');
    await unpackPackages(unpacked, signal);
  }
  return { server: serverIn(unpacked), libraries: libraryFolders(unpacked) };
}

/** @param {string} root */
function serverIn(root) {
  return join(root, 'usr', 'bin', 'redis-server');
}

/**
 * Undefined when the machine had all the libraries that the server needs.
 *
 * @param {string} root
 */
function libraryFolders(root) {
  const lib = join(root, 'usr', 'lib');
  if (!existsSync(lib)) return undefined;
  const triplets = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [lib, ...triplets.map(({ name }) => join(lib, name))].join(':');
}

/**
 * @param {string} target
 * @param {AbortSignal} [signal]
 */
async function unpackPackages(target, signal) {
  mkdirSync(join(target, '..'), { recursive: true });
  const work = mkdtempSync(`${target}.new-`);
  try {
    const tree = join(work, 'tree');
    for (const folder of ['tree', 'packages', 'state/lists/partial', 'cache/archives/partial', 'log']) {
      mkdirSync(join(work, folder), { recursive: true });
    }
    const apt = aptOf(work, signal);
    await apt(['update', '-qq'], 'apt-get update');
    const wanted = await missingPackages(apt);
    await apt(['download', '-qq', ...wanted], 'apt-get download redis-server');
    for (const file of readdirSync(join(work, 'packages')).filter((name) => name.endsWith('.deb'))) {
      const { code, output } = await runCommand('dpkg-deb', ['-x', join(work, 'packages', file), tree], { signal });
      if (code !== 0) throw new StackFailure(`${file} could not be unpacked:\n${tail(output, 3)}`);
    }
    if (!existsSync(target)) renameSync(tree, target);
  } finally {
    remove(work);
  }
}

/**
 * apt-get with its state in a folder of ours, so that an ordinary user can fetch lists and packages.
 *
 * @param {string} work
 * @param {AbortSignal} [signal]
 */
function aptOf(work, signal) {
  const options = [
    `Dir::State=${join(work, 'state')}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${join(work, 'cache')}`,
    `Dir::Log=${join(work, 'log')}`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=1',
  ].flatMap((option) => ['-o', option]);
  /**
   * @param {string[]} args
   * @param {string} what
   */
  return async (args, what) => {
    const { code, output } = await runCommand('apt-get', [...options, ...args], {
      cwd: join(work, 'packages'),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      signal,
    });
    if (code !== 0) {
      throw new StackFailure(`redis-server is missing and ${what} failed: ${HOW_TO_GET}\n${tail(output, 3)}`);
    }
    return output;
  };
}

/**
 * Redis and what of its dependencies this machine lacks.
 *
 * @param {(args: string[], what: string) => Promise<string>} apt
 * @returns {Promise<string[]>}
 */
async function missingPackages(apt) {
  const install = ['install', '-s', '--reinstall', '--no-install-recommends', ...PACKAGES];
  const plan = await apt(install, 'apt-get install -s redis-server');
  return [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => String(match[1]));
}
