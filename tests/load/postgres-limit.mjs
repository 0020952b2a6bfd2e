import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentiles } from './figures.mjs';

const SCHEMA = `
  DROP SCHEMA IF EXISTS bench CASCADE;
  CREATE SCHEMA bench;
  CREATE TABLE bench.request (LIKE public.request INCLUDING ALL);
  CREATE TABLE bench.request_item (LIKE public.request_item INCLUDING ALL, FOREIGN KEY (request_id) REFERENCES bench.request);
  CREATE TABLE bench.outbox (LIKE public.outbox INCLUDING ALL);`;

const REQUEST = `(id, request_no, enterprise_uscc, enterprise_name, region_code, mode, urgency, contact_name, contact_phone,
    filed_by, filed_at, idempotency_key, body_hash)`;
const REQUEST_VALUES = `:id::text::uuid, 'ZZ-JL-' || :id::text, '91370481XD4164886N', '滕州演示隆博精密机械有限公司', '370481', 'online', 'normal',
    '张三', '0632-3456789', 'dispatcher', now(), :id::text, repeat('a', 64)`;
const FORM = `{"instruments":[{"ref":"MI043","name":"指示类压力表、显示类压力表","qty":7,"model":"M666","serials_from":"S23085"},{"ref":"MI004","name":"数字指示秤","qty":23,"model":"M599","serials_from":"S55244"}]}`;
const ITEM = `(id, request_id, position, service_code, domain, form)`;
const EVENTS = `SELECT gen_random_uuid(), 'nqi.intake.request.v1', :id::text, 'nqi.intake.v1.Event', decode(repeat('ab', 400), 'hex') FROM generate_series(1, 2)`;

/** The three inserts of a filing as three statements of one transaction: five round trips. */
const INSERTS = `
\\set n random(1, 2000000000)
SELECT gen_random_uuid()::text AS id \\gset
BEGIN;
INSERT INTO bench.request ${REQUEST} VALUES (${REQUEST_VALUES});
INSERT INTO bench.request_item ${ITEM} VALUES (gen_random_uuid(), :id::text::uuid, 0, 'MET-001', 'metrology', '${FORM}');
INSERT INTO bench.outbox (event_id, topic, key, type, payload) ${EVENTS};
COMMIT;
`;

/** The same as one statement, which is how intake files. */
const CTE = `
WITH id AS MATERIALIZED (SELECT gen_random_uuid() AS id), filed AS (
  INSERT INTO bench.request ${REQUEST} SELECT ${REQUEST_VALUES.replaceAll(':id::text', 'id.id::text')} FROM id RETURNING id
), item AS (
  INSERT INTO bench.request_item ${ITEM} SELECT gen_random_uuid(), filed.id, 0, 'MET-001', 'metrology', '${FORM}' FROM filed
), event AS (
  INSERT INTO bench.outbox (event_id, topic, key, type, payload)
  SELECT gen_random_uuid(), 'nqi.intake.request.v1', filed.id::text, 'nqi.intake.v1.Event', decode(repeat('ab', 400), 'hex')
  FROM filed, generate_series(1, 2)
)
SELECT id FROM filed;
`;

/**
 * What PostgreSQL alone does with the inserts of a filing, by pgbench on the very server of the stack, with 8 clients.
 * @returns {Promise<{inserts: {perSecond: number, p99: number}, cte: {perSecond: number, p99: number}}>}
 */
export async function measurePostgres(city, seconds) {
  await city.query('nqi_intake', SCHEMA);
  const inserts = pgbench(
    city,
    INSERTS.replace('SELECT gen_random_uuid()::text AS id \\gset\n', '').replaceAll(':id::text', UUID_OF_N),
    seconds,
  );
  const cte = pgbench(city, CTE, seconds);
  await city.query('nqi_intake', 'DROP SCHEMA bench CASCADE');
  return { inserts, cte };
}

/** A UUID made of two random numbers, so that the transaction needs no query of its own for an id. */
const UUID_OF_N = `('00000000-0000-4000-8000-' || lpad(to_hex(:n::bigint * 1000 + :client_id), 12, '0'))`;

function pgbench(city, script, seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'nqi-bench-'));
  try {
    const file = join(folder, 'filing.sql');
    writeFileSync(file, script);
    const url = new URL(city.postgres.url);
    const run = spawnSync(
      pgbenchPath(),
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        '8',
        '-j',
        '2',
        '-T',
        String(seconds),
        '-f',
        file,
        '-l',
        '--log-prefix',
        join(folder, 'log'),
        'nqi_intake',
      ],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          PGHOST: url.hostname,
          PGPORT: url.port,
          PGUSER: decodeURIComponent(url.username),
          PGPASSWORD: decodeURIComponent(url.password),
        },
      },
    );
    const perSecond = Number(/tps = ([\d.]+)/.exec(run.stdout)?.[1]);
    if (!perSecond) throw new Error(`pgbench: ${run.stderr || run.stdout || run.error}`);
    const times = readdirSync(folder)
      .filter((name) => name.startsWith('log'))
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .trim()
          .split('\n')
          .map((line) => Number(line.split(' ')[2]) / 1_000),
      );
    return { perSecond, ...percentiles(times) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pgbenchPath() {
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
    : [];
  const installed = versions.map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`).find(existsSync);
  return installed ?? 'pgbench';
}
