// @ts-check
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StackFailure } from '../machine/failure.mjs';
import { freePort, isPortFree } from '../machine/ports.mjs';

const USUAL_PORT = 8080;

/**
 * Where a stack keeps its state: NQI_HOME, else `.nqi` in the repository.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 */
export function homeOf(root, env = process.env) {
  const path = resolve(root, env.NQI_HOME || '.nqi');
  return existsSync(path) ? realpathSync(path) : path;
}

/**
 * How much room a start asks for: the first one holds packages, jars and databases still to come.
 *
 * @param {string} home
 */
export function neededBytes(home) {
  return existsSync(join(home, 'postgres', 'data')) ? 3e8 : 1.5e9;
}

/**
 * The port people open: NQI_PORT and no other when that is set, else 8080 or, when it is taken, a free one.
 *
 * @param {(line: string) => void} say
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export async function chooseDoorPort(say, env = process.env) {
  const wanted = env.NQI_PORT?.trim();
  if (!wanted) {
    if (await isPortFree(USUAL_PORT)) return USUAL_PORT;
    const port = await freePort();
    say(`port ${USUAL_PORT} is taken, using ${port} (NQI_PORT chooses another one)`);
    return port;
  }
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StackFailure(`NQI_PORT is "${wanted}" and must be a number from 1 to 65535`);
  }
  if (!(await isPortFree(port))) {
    throw new StackFailure(
      `port ${port}, which NQI_PORT names, cannot be used (it is taken, or below 1024 and you are not root): free it, or set NQI_PORT to another one`,
    );
  }
  return port;
}

/**
 * A database's address on the server of `url`.
 *
 * @param {string} url
 * @param {string} database
 */
export function databaseUrl(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** @param {string} home */
export function stackFile(home) {
  return join(home, 'run', 'stack.json');
}

/** @param {string} home */
export function accountsFile(home) {
  return join(home, 'run', 'accounts.json');
}
