// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findProgram } from './commands.mjs';
import { StackFailure } from './failure.mjs';

/**
 * @typedef {object} OrdinaryUser whom root becomes to run a program that refuses to be root
 * @property {number} uid
 * @property {number} gid
 * @property {boolean} readsEverywhere a folder on the way is closed to this user, so that it needs the capability
 */

/**
 * The user that a server which refuses root runs as: the owner of its data when there is one, else `postgres` or
 * `nobody`. Undefined when this process is an ordinary user itself.
 *
 * @param {string} data
 * @param {string[]} paths what the program must be able to reach
 * @returns {OrdinaryUser | undefined}
 */
export function unprivilegedUser(data, paths) {
  if (process.getuid?.() !== 0) return undefined;
  const user = ownerOfFolder(data) ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (user === undefined) {
    throw new StackFailure(
      'PostgreSQL refuses to run as root and there is no user "postgres" or "nobody": useradd postgres',
    );
  }
  return { ...user, readsEverywhere: !paths.every((path) => canReach(path, user)) };
}

/** @param {string} folder */
function ownerOfFolder(folder) {
  try {
    const { uid, gid } = statSync(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** @param {string} name */
function accountNamed(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (line === undefined) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * @param {string} path
 * @param {{uid: number, gid: number}} user
 */
function canReach(path, user) {
  for (let folder = path; ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * The command line that runs a command as another user and, where the system can, has the kernel end it with
 * `orphanSignal` should its parent be killed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {OrdinaryUser} [options.user]
 * @param {string} [options.orphanSignal]
 * @returns {{command: string, args: readonly string[], uid?: number, gid?: number}}
 */
export function withPrivileges(command, args, { user, orphanSignal }) {
  const setpriv = findSetpriv();
  if (setpriv === undefined) {
    if (user?.readsEverywhere)
      throw new StackFailure('setpriv is missing: apt-get install util-linux, or run as an ordinary user');
    return { command, args, uid: user?.uid, gid: user?.gid };
  }
  const options = orphanSignal === undefined ? [] : ['--pdeathsig', orphanSignal];
  if (user) options.push('--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups');
  if (user?.readsEverywhere) options.push('--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search');
  return options.length === 0 ? { command, args } : { command: setpriv, args: [...options, '--', command, ...args] };
}

/** @type {{path: string | undefined} | undefined} */
let setpriv;

/** The setpriv of util-linux; busybox has one of the same name that cannot set the signal. */
function findSetpriv() {
  setpriv ??= { path: lookForSetpriv() };
  return setpriv.path;
}

function lookForSetpriv() {
  const path = process.platform === 'linux' ? findProgram('setpriv') : undefined;
  if (path === undefined) return undefined;
  try {
    return execFileSync(path, ['--help'], { encoding: 'utf8', stdio: 'pipe' }).includes('--pdeathsig')
      ? path
      : undefined;
  } catch {
    return undefined;
  }
}
