// @ts-check
import { accessSync, constants, closeSync, mkdirSync, openSync, realpathSync, statfsSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcess, isAlive, processesOf, startStamp } from './processes.mjs';
import { readJson, remove, writeJson } from './files.mjs';
import { StackFailure } from './failure.mjs';

const STOPPED_WITHIN_MS = 60_000;

/** The order in which leftovers end: whoever writes before what it writes to. */
const LAST_TO_END = ['kafka', 'postgres', 'redis'];

/**
 * Makes the state folder of a stack. Fails in one line when it is another user's or the disk has too little room.
 *
 * @param {string} home
 * @param {number} [neededBytes]
 */
function prepareHome(home, neededBytes = 0) {
  try {
    for (const folder of ['', 'run', 'logs', 'secrets']) {
      mkdirSync(join(home, folder), { recursive: true, mode: folder === 'secrets' ? 0o700 : 0o755 });
      accessSync(join(home, folder), constants.W_OK);
    }
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'ENOSPC') throw new StackFailure(`the disk of ${home} is full: free some room or set NQI_HOME`);
    throw new StackFailure(
      `cannot write to ${home} (${code}): run as the user it belongs to, or set NQI_HOME to a folder of your own`,
    );
  }
  const { bavail, bsize } = statfsSync(home);
  const free = bavail * bsize;
  if (free < neededBytes) {
    throw new StackFailure(
      `${home} has ${gigabytes(free)} GB free and ${gigabytes(neededBytes)} GB are needed: free some room, or set NQI_HOME to another disk`,
    );
  }
}

/** @param {number} bytes */
function gigabytes(bytes) {
  return (bytes / 1e9).toFixed(1);
}

/** @param {string} home */
function ownerFile(home) {
  return join(home, 'run', 'owner.json');
}

/**
 * @typedef {object} Owner the process that holds a home
 * @property {number} pid
 * @property {string} [started]
 * @property {boolean} [stopping]
 */

/**
 * The owner of a home, when it is alive.
 *
 * @param {string} home
 * @returns {Owner | undefined}
 */
export function ownerOf(home) {
  const owner = /** @type {Owner | undefined} */ (readJson(ownerFile(home)));
  if (owner === undefined || !isAlive(owner.pid) || startStamp(owner.pid) !== owner.started) return undefined;
  return owner;
}

/**
 * Takes a home for this process, so that no two stacks share one; a dead owner's claim is void.
 *
 * @param {string} home
 * @returns {Owner | undefined} who holds it, when that is another living process
 */
function claimHome(home) {
  for (;;) {
    const file = ownerFile(home);
    try {
      const descriptor = openSync(file, 'wx');
      writeSync(descriptor, JSON.stringify({ pid: process.pid, started: startStamp(process.pid) }));
      closeSync(descriptor);
      return undefined;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(home);
    if (owner?.pid === process.pid) return undefined;
    if (owner !== undefined) return owner;
    remove(file);
  }
}

/**
 * Lets a next start know that it only has to wait a moment.
 *
 * @param {string} home
 */
export function announceStopping(home) {
  writeJson(ownerFile(home), { pid: process.pid, started: startStamp(process.pid), stopping: true });
}

/** @param {string} home */
export function releaseHome(home) {
  if (ownerOf(home)?.pid === process.pid) remove(ownerFile(home));
}

/**
 * Makes a home ready for a new stack in this process: takes it, and ends what a killed one left behind. Does nothing
 * when this process has it already.
 *
 * @param {string} path
 * @param {(line: string) => void} log
 * @param {number} [neededBytes]
 * @returns {Promise<string>} the home's real path, by which its processes are known
 */
export async function openHome(path, log, neededBytes = 0) {
  prepareHome(resolve(path), neededBytes);
  const home = realpathSync(resolve(path));
  if (ownerOf(home)?.pid === process.pid) return home;
  let owner = claimHome(home);
  if (owner?.stopping) log(`waiting for process ${owner.pid}, which is stopping the stack that ran here`);
  for (let waited = 0; owner?.stopping && waited < STOPPED_WITHIN_MS; waited += 100) {
    await delay(100);
    owner = claimHome(home);
  }
  if (owner !== undefined) {
    const stack = /** @type {{baseUrl?: string} | undefined} */ (readJson(join(home, 'run', 'stack.json')));
    const state = stack?.baseUrl ? `already runs at ${stack.baseUrl}` : 'is already starting';
    throw new StackFailure(
      `the stack of ${home} ${state} (process ${owner.pid}): use it, or end it by "npm run stop", or set NQI_HOME and NQI_PORT for a second one`,
    );
  }
  await endLeftovers(home, log);
  return home;
}

/**
 * Ends what an earlier stack of this home left running after its supervisor was killed: services first, then Kafka,
 * PostgreSQL and Redis, each in the gentle way. State stays.
 *
 * @param {string} home
 * @param {(line: string) => void} log
 */
export async function endLeftovers(home, log) {
  const leftovers = processesOf(home);
  if (leftovers.length > 0) log(`ending ${leftovers.length} processes that an earlier stack left behind`);
  const first = leftovers.filter(({ name }) => !LAST_TO_END.includes(name));
  await Promise.all(first.map(({ pid }) => endProcess(pid)));
  const rest = leftovers.filter(({ name }) => LAST_TO_END.includes(name));
  await Promise.all(rest.map(({ name, pid }) => endProcess(pid, endingOf(name))));
  for (const file of ['stack.json', 'processes']) remove(join(home, 'run', file));
}

/**
 * How each backing service is asked to end: PostgreSQL's INT is its "fast" shutdown, which does not wait for clients.
 *
 * @param {string} name
 * @returns {{signal: NodeJS.Signals, graceMs: number, lastSignal: NodeJS.Signals}}
 */
export function endingOf(name) {
  if (name === 'postgres') return { signal: 'SIGINT', graceMs: 20_000, lastSignal: 'SIGQUIT' };
  return { signal: 'SIGTERM', graceMs: 20_000, lastSignal: 'SIGKILL' };
}
