// @ts-check
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runCommand } from './commands.mjs';
import { readJson, remove, writeJson } from './files.mjs';
import { StackFailure } from './failure.mjs';
import { withPrivileges } from './privileges.mjs';

/**
 * @typedef {object} Ending
 * @property {number | null} code
 * @property {NodeJS.Signals | null} signal
 *
 * @typedef {object} Launched a process of the stack, in a session of its own
 * @property {string} name
 * @property {number} pid
 * @property {string} logFile
 * @property {Promise<Ending>} exited
 * @property {(options?: EndOptions) => Promise<void>} end returns when it is gone, at once when it is gone already
 *
 * @typedef {object} EndOptions
 * @property {NodeJS.Signals} [signal]
 * @property {number} [graceMs]
 * @property {NodeJS.Signals} [lastSignal] sent when the grace is over
 * @property {() => boolean} [isHard] asked while waiting: true means to wait no longer
 *
 * @typedef {object} Launch
 * @property {string} home
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {import('./privileges.mjs').OrdinaryUser} [user] whom to become, when started by root
 * @property {string} [orphanSignal] what the kernel sends it when its parent dies first; TERM when not given
 * @property {boolean} [keepLog] append to the log of before instead of beginning a new one
 */

/** Marks a process as one of a home's stack; found again in its environment after its parent died. */
const MARK = 'NQI_STACK_PROCESS';

/**
 * Starts a process of the stack: detached, so that a terminal's Ctrl-C does not end it before the supervisor does,
 * recorded under `run/processes`, and ended by the kernel should the supervisor be killed.
 *
 * @param {Launch} launch
 * @returns {Promise<Launched>}
 */
export async function launchProcess(launch) {
  const { home, name, env = process.env, cwd, user, orphanSignal = 'TERM' } = launch;
  const logFile = join(home, 'logs', `${name}.log`);
  const log = openLog(logFile, launch.keepLog ?? false);
  const { command, args, uid, gid } = withPrivileges(launch.command, launch.args, { user, orphanSignal });
  const child = spawn(command, args, {
    cwd,
    env: { ...env, [MARK]: `${home}:${name}` },
    uid,
    gid,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let gone = false;
  /** @type {Promise<Ending>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  void exited.then(() => (gone = true));
  const { pid } = child;
  if (pid === undefined) throw new StackFailure(`${name} could not be started: ${launch.command} cannot be run`);
  child.unref();
  writeJson(recordFile(home, name), { pid, started: startStamp(pid) });
  const end = async (/** @type {EndOptions} */ options = {}) => {
    // Once it is gone its number may be another process's.
    if (!gone) await endProcess(pid, options);
    remove(recordFile(home, name));
  };
  return { name, pid, logFile, exited, end };
}

/**
 * Runs a command of the stack to its end; a killed supervisor takes it along.
 *
 * @param {object} run
 * @param {string} run.home
 * @param {string} run.name
 * @param {string} run.command
 * @param {readonly string[]} run.args
 * @param {NodeJS.ProcessEnv} run.env
 * @param {string} run.cwd
 * @param {AbortSignal} run.signal
 */
export function runMarked({ home, name, command, args, env, cwd, signal }) {
  const privileged = withPrivileges(command, args, { orphanSignal: 'TERM' });
  return runCommand(privileged.command, privileged.args, { env: { ...env, [MARK]: `${home}:${name}` }, cwd, signal });
}

/**
 * @param {string} file
 * @param {boolean} keep
 */
function openLog(file, keep) {
  mkdirSync(join(file, '..'), { recursive: true });
  if (!keep && existsSync(file)) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

/**
 * Asks a process to end and waits; makes it end after `graceMs`. Returns at once when it is gone already.
 *
 * @param {number} pid
 * @param {EndOptions} [options]
 */
export async function endProcess(pid, { signal = 'SIGTERM', graceMs = 15_000, lastSignal = 'SIGKILL', isHard } = {}) {
  send(pid, signal);
  const deadline = Date.now() + graceMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline || isHard?.()) {
      send(pid, lastSignal);
      for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 50) await delay(50);
      if (isAlive(pid)) send(pid, 'SIGKILL');
      return;
    }
    await delay(25);
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone, or not ours to signal: isAlive tells which.
  }
}

/**
 * A zombie counts as dead: it holds no port, no lock and no file.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/**
 * When a process began, in whatever form the system tells it: with the pid it names one process for good.
 *
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startStamp(pid) {
  if (process.platform === 'linux') return statFields(pid)?.[19];
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * The fields of /proc/pid/stat after the command name, which may itself hold spaces and brackets.
 *
 * @param {number} pid
 */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} home
 * @param {string} name
 */
function recordFile(home, name) {
  return join(home, 'run', 'processes', `${name}.json`);
}

/**
 * The processes of a home's stack that run at this moment, whoever started them. Found by their records and, on Linux,
 * by the mark in their environment, so that one whose record was never written is found as well.
 *
 * @param {string} home
 * @returns {{name: string, pid: number}[]}
 */
export function processesOf(home) {
  /** @type {Map<number, string>} */
  const found = new Map();
  for (const { name, pid, started } of recordsOf(home)) {
    if (isAlive(pid) && started !== undefined && startStamp(pid) === started) found.set(pid, name);
  }
  for (const pid of runningPids()) {
    const name = markedName(pid, home);
    if (name !== undefined && pid !== process.pid) found.set(pid, name);
  }
  return [...found].map(([pid, name]) => ({ name, pid }));
}

/** @param {string} home */
function recordsOf(home) {
  const directory = join(home, 'run', 'processes');
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const record = /** @type {{pid: number, started?: string} | undefined} */ (readJson(join(directory, file)));
      return record ? [{ name: basename(file, '.json'), ...record }] : [];
    });
}

function runningPids() {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number);
}

/**
 * @param {number} pid
 * @param {string} home
 */
function markedName(pid, home) {
  try {
    const prefix = `${MARK}=${home}:`;
    const entry = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .find((line) => line.startsWith(prefix));
    return entry !== undefined && isAlive(pid) ? entry.slice(prefix.length) : undefined;
  } catch {
    return undefined;
  }
}
