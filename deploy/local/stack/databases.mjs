// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { runMarked } from '../machine/processes.mjs';
import { accountsFile, databaseUrl } from './settings.mjs';

const AT_ONCE = 2;

/**
 * @typedef {object} Preparation
 * @property {string} root
 * @property {string} home
 * @property {readonly import('../services.mjs').ServiceSpec[]} services
 * @property {string} url of a database of the server, as a user who may create databases
 * @property {(name: string) => NodeJS.ProcessEnv} environmentOf
 * @property {(line: string) => void} say
 * @property {AbortSignal} signal
 */

/**
 * Creates each service's database when missing and has the service migrate and seed it. A database whose comment says
 * that this very code has prepared it already is left alone.
 *
 * @param {Preparation} preparation
 * @returns {Promise<{prepared: number, unchanged: number}>}
 */
export async function prepareDatabases(preparation) {
  const { root, home, services, url, environmentOf } = preparation;
  const owners = services.filter(({ database }) => database);
  const shared = digestOf(librariesOf(root));
  const { default: pg } = await import('pg');
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    const known = await commentsOf(server);
    const pending = owners.flatMap((service) => {
      const { NQI_MODE, DEMO_PASSWORD } = environmentOf(service.name);
      const code = digestOf(['dist', 'data'].map((folder) => join(root, 'services', service.name, folder)));
      const stamp = createHash('sha256').update([shared, code, NQI_MODE, DEMO_PASSWORD].join()).digest('hex');
      const writesAccounts = service.name === 'identity' && !existsSync(accountsFile(home));
      return known.get(`nqi_${service.name}`) === stamp && !writesAccounts ? [] : [{ name: service.name, stamp }];
    });
    const queue = [...pending];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await prepareOne(server, known, next, preparation);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return { prepared: pending.length, unchanged: owners.length - pending.length };
  } finally {
    await server.end();
  }
}

/**
 * @param {import('pg').Client} server
 * @returns {Promise<Map<string, string>>} database → comment
 */
async function commentsOf(server) {
  const { rows } = await server.query(
    `SELECT datname, coalesce(shobj_description(oid, 'pg_database'), '') AS comment FROM pg_database`,
  );
  return new Map(rows.map(({ datname, comment }) => [datname, comment]));
}

/**
 * @param {import('pg').Client} server
 * @param {Map<string, string>} known
 * @param {{name: string, stamp: string}} service
 * @param {Preparation} preparation
 */
async function prepareOne(server, known, { name, stamp }, { root, home, environmentOf, say, signal }) {
  const database = `nqi_${name}`;
  if (!known.has(database)) await server.query(`CREATE DATABASE ${database}`);
  const { code, output } = await runMarked({
    home,
    name: `${name}-migrate`,
    command: process.execPath,
    args: [join(root, 'services', name, 'dist', 'main.js'), 'migrate'],
    env: environmentOf(name),
    cwd: root,
    signal,
  });
  if (code !== 0)
    throw new StackFailure(`the database of ${name} could not be prepared (exit ${code}):\n${tail(output)}`);
  await server.query(`COMMENT ON DATABASE ${database} IS '${stamp}'`);
  say(`${name} migrated`);
}

/**
 * Reachable rows of the outboxes: events that seeding wrote and that have not left for Kafka.
 *
 * @param {string} url
 * @param {readonly string[]} names of services
 * @returns {Promise<number>}
 */
export async function unsentEvents(url, names) {
  const { default: pg } = await import('pg');
  const counts = await Promise.all(
    names.map(async (name) => {
      const client = new pg.Client({ connectionString: databaseUrl(url, `nqi_${name}`) });
      await client.connect();
      try {
        const { rows: found } = await client.query(`SELECT to_regclass('outbox') IS NOT NULL AS exists`);
        if (!found[0].exists) return 0;
        const { rows } = await client.query('SELECT count(*)::int AS unsent FROM outbox');
        return Number(rows[0].unsent);
      } finally {
        await client.end();
      }
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** @param {string} root */
function librariesOf(root) {
  const libraries = join(root, 'libs');
  if (!existsSync(libraries)) return [];
  return readdirSync(libraries).flatMap((name) => [join(libraries, name, 'dist'), join(libraries, name, 'data')]);
}

/**
 * One digest over what runs: code and data, not declarations, maps and build records.
 *
 * @param {readonly string[]} folders
 */
function digestOf(folders) {
  const hash = createHash('sha256');
  for (const folder of folders.filter((path) => existsSync(path))) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
      if (!entry.isFile() || /\.(d\.ts|d\.mts|map|tsbuildinfo)$/.test(entry.name)) continue;
      hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return hash.digest('hex');
}

/**
 * @param {import('node:fs').Dirent} a
 * @param {import('node:fs').Dirent} b
 */
function byPath(a, b) {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;
}
