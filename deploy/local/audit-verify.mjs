// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { SERVICES } from './services.mjs';
import { databaseUrl, homeOf } from './stack/settings.mjs';

/*
 * Checks the audit trail of every service: `npm run audit:verify`. The server is DATABASE_URL's, else the running local
 * stack's. AUDIT_ANCHOR_FILE, when set, holds the heads that were kept outside. Exit 1 when anything does not fit.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { verifyTrail } = await import(join(root, 'libs/platform/dist/index.js'));

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

function serverUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const file = join(homeOf(root), 'run', 'stack.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).postgres.url;
  throw new Error('set DATABASE_URL, or start the stack');
}

/** @returns {{service: string, day: string, seq: string, hash: string}[]} */
function keptAnchors() {
  const file = process.env.AUDIT_ANCHOR_FILE;
  if (!file) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

const url = serverUrl();
const anchors = keptAnchors();
for (const { name } of SERVICES.filter(({ database }) => database)) {
  const client = new pg.Client({ connectionString: databaseUrl(url, `nqi_${name}`) });
  try {
    await client.connect();
    const kept = anchors.filter(({ service }) => service === name);
    const { records, head, faults } = await verifyTrail(client, kept);
    say(`${name}: ${records} records, ${faults.length === 0 ? `whole, head ${head}` : 'NOT as written'}`);
    for (const fault of faults) say(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  } catch (error) {
    say(`${name}: cannot be checked: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await client.end().catch(() => undefined);
  }
}
