// npm run bench: what the system does per second, beside what its database and its broker do alone, in one run on one
// machine. Prints Markdown; absolute figures move with the machine, the ratios are the result.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { installPackages } from '../runner/packages.mjs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
process.chdir(ROOT);
await installPackages(ROOT);
if (process.argv[2] === 'routing') {
  // The router needs no whole stack, only its service built and the backends of a test.
  const { status } = spawnSync('npx', ['nx', 'run-many', '-t', 'build', '-p', 'routing,test-kit'], {
    stdio: 'inherit',
  });
  if (status === 0) await import('./routing.mjs');
  process.exit(status ?? 1);
}
const { startStack } = await import('../runner/stack.mjs');
const { Bench } = await import('./bench-city.mjs');
const { measurePostgres } = await import('./postgres-limit.mjs');
const { measureFilings } = await import('./filings.mjs');
const { measureTickets } = await import('./tickets.mjs');
const { measureKafka } = await import('./kafka-limit.mjs');
const { residentMegabytes } = await import('./memory.mjs');
const { table, rate, ms, ratio } = await import('./figures.mjs');

const say = (text) => process.stdout.write(`${text}\n`);
say('starting a stack of its own');
const stack = await startStack({ home: join(ROOT, '.nqi', 'bench') });
try {
  const city = await Bench.on(stack.file);
  await delay(5_000);
  const idle = residentMegabytes(city.pids);

  say('warming up, as services that have run for a while are');
  await measureFilings(city, 8, SECONDS * 2);
  await city.settled();

  const limits = [];
  const filings = [];
  // Interleaved, so that a neighbour that slows the machine slows both sides of a ratio.
  for (const connections of [1, 8, 32, 64]) {
    say(`pgbench, then ${connections} connections`);
    limits.push(await measurePostgres(city, SECONDS));
    filings.push(await measureFilings(city, connections, SECONDS));
    await city.settled();
  }
  const loaded = residentMegabytes(city.pids);
  const kafka = await measureKafka(city);
  say('the whole way, sustained');
  const sustained = await city.sustained(SECONDS * 2, 16);
  say('half of that load, watching tickets appear');
  const tickets = await measureTickets(city, sustained.perSecond / 2, SECONDS * 2);

  const [cpu] = cpus();
  say(
    `\n## Filings: HTTP 201, durable\n\n${availableParallelism()} × ${cpu?.model}, Node ${process.version}, fsync ${await city.fsync()}, ${SECONDS} s a cell\n`,
  );
  say(
    table(
      [
        'connections',
        'filings/s',
        'p50 ms',
        'p99 ms',
        'errors',
        'pgbench 3 inserts, c=8',
        'pgbench CTE, c=8',
        '÷ 3 inserts',
        '÷ CTE',
        'p99 ÷ CTE p99',
      ],
      filings.map((filing, index) => {
        const { inserts, cte } = limits[index];
        return [
          filing.connections,
          rate(filing.perSecond),
          ms(filing.p50),
          ms(filing.p99),
          filing.errors,
          rate(inserts.perSecond),
          rate(cte.perSecond),
          ratio(filing.perSecond / inserts.perSecond),
          ratio(filing.perSecond / cte.perSecond),
          ratio(filing.p99 / cte.p99),
        ];
      }),
    ),
  );
  const floor = tickets.commitP50 + kafka.p50;
  say(
    `\n## From 201 to the ticket readable at the workstation, at half the sustained load: ${rate(tickets.perSecond)} filings/s\n`,
  );
  say(
    table(
      ['', 'p50 ms', 'p95 ms', 'p99 ms', 'n'],
      [
        ['201 → ticket readable', ms(tickets.p50), ms(tickets.p95), ms(tickets.p99), tickets.count],
        ['Kafka produce → consume, alone', ms(kafka.p50), ms(kafka.p95), ms(kafka.p99), kafka.count],
        ['p50 ÷ (commit + Kafka)', ratio(tickets.p50 / floor), '', '', ''],
      ],
    ),
  );
  say(`\n## The whole way, sustained: filed → routed → projected\n`);
  say(
    table(
      ['filed', 'seconds until all projected', 'requests/s'],
      [[sustained.filed, sustained.seconds.toFixed(1), rate(sustained.perSecond)]],
    ),
  );
  say(`\n## Memory of all services together, Kafka, PostgreSQL and Redis left out\n`);
  say(
    table(
      ['', 'idle MB', 'after load MB'],
      [
        ['shared pages counted once (PSS)', idle.once, loaded.once],
        ['shared pages counted in each process (RSS)', idle.summed, loaded.summed],
      ],
    ),
  );
} finally {
  await stack.stop();
}
