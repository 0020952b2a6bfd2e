// @ts-check
import { join } from 'node:path';
import { chooseBackends } from '../backends/choose.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { secretOf, writeJson } from '../machine/files.mjs';
import { buildEverything } from './build.mjs';
import { waitUntilCaughtUp } from './caught-up.mjs';
import { prepareDatabases, unsentEvents } from './databases.mjs';
import { describeStack } from './description.mjs';
import { installPackages } from './packages.mjs';
import { waitUntilReady } from './readiness.mjs';
import { accountTable } from './report.mjs';
import { planServices } from './services.mjs';
import { chooseDoorPort, stackFile } from './settings.mjs';
import { createSupervisor } from './supervisor.mjs';
import { ensureTopics } from './topics.mjs';
import { backendWards, serviceWard } from './wards.mjs';

const CAUGHT_UP_WITHIN_MS = 30_000;

/**
 * @typedef {object} Run one start of the stack
 * @property {string} root
 * @property {string} home
 * @property {readonly import('../services.mjs').ServiceSpec[]} services
 * @property {boolean} installs
 * @property {boolean} builds
 * @property {import('./progress.mjs').Progress} progress
 * @property {AbortSignal} signal aborted when somebody wants it to stop
 * @property {() => boolean} isHard
 * @property {(work: () => Promise<void>) => void} undo what has to be done at the end, the last first
 */

/**
 * Takes every step from an empty machine to `ready`. What is running when a step fails, `undo` knows.
 *
 * @param {Run} run
 */
export async function bringUp(run) {
  const { root, home, services, progress } = run;
  const doorPort = await chooseDoorPort(progress.say);
  const backends = await layGround(run);
  const password = process.env.DEMO_PASSWORD || secretOf(home, 'demo-password', 9);
  const plan = await planServices({ root, home, services, doorPort, backends: backends.env, password });
  await prepareState(run, backends, plan);

  const describe = () => describeStack({ home, services, doorPort, backends, plan, password, pids: supervisor.pids() });
  const supervisor = createSupervisor({
    say: progress.say,
    onChange: () => {
      if (!run.signal.aborted) writeJson(stackFile(home), describe());
    },
  });
  await startServices(run, backends, plan, supervisor);
  await letEventsArrive(run, backends);

  const dead = supervisor.startKeeping();
  if (dead.length > 0) throw new StackFailure(`${dead.join(', ')} stopped while starting: see ${join(home, 'logs')}`);
  const description = describe();
  writeJson(stackFile(home), description);
  process.stdout.write(`\n${accountTable(description.accounts)}\nready ${description.baseUrl}\n`);
}

/**
 * Packages first, for they hold the clients of the backing services; then those and the build, which take turns waiting.
 *
 * @param {Run} run
 */
async function layGround({ root, home, installs, builds, progress, signal, undo }) {
  if (installs) {
    await progress.step(
      'packages',
      (say) => installPackages({ root, say, signal }),
      (installed) => (installed ? 'installed' : 'as the lock file says'),
    );
  }
  const failing = new AbortController();
  const either = AbortSignal.any([signal, failing.signal]);
  /** @type {unknown[]} */
  const failures = [];
  const noting = (/** @type {unknown} */ error) => {
    failures.push(error);
    failing.abort();
  };
  const backing = progress.step(
    'backing services',
    (say) => chooseBackends({ home, log: say, signal: either }),
    addresses,
  );
  const building = builds
    ? progress.step('build', (say) => buildEverything({ root, home, say, signal: either }))
    : undefined;
  await Promise.all([backing.then(({ stop }) => undo(stop)).catch(noting), building?.catch(noting)]);
  if (failures.length > 0) throw failures[0];
  return backing;
}

/** @param {import('../backends/choose.mjs').Backends} backends */
function addresses({ postgres, kafka, redis }) {
  return [
    `PostgreSQL ${postgres.host}:${postgres.port} (${postgres.source})`,
    `Kafka ${kafka.brokers.join(',')} (${kafka.source})`,
    `Redis ${new URL(redis.url).host} (${redis.source})`,
  ].join(', ');
}

/**
 * Topics before databases: what seeding has to say leaves for Kafka at once.
 *
 * @param {Run} run
 * @param {import('../backends/choose.mjs').Backends} backends
 * @param {import('./services.mjs').ServicePlan} plan
 */
async function prepareState({ root, home, services, progress, signal }, backends, { environmentOf }) {
  await progress.step('topics', () => ensureTopics({ root, home, env: environmentOf(''), signal }));
  await progress.step(
    'databases',
    (say) => prepareDatabases({ root, home, services, url: backends.postgres.url, environmentOf, say, signal }),
    ({ prepared, unchanged }) => `${prepared} prepared, ${unchanged} as they were`,
  );
}

/**
 * @param {Run} run
 * @param {import('../backends/choose.mjs').Backends} backends
 * @param {import('./services.mjs').ServicePlan} plan
 * @param {ReturnType<typeof createSupervisor>} supervisor
 */
async function startServices({ root, home, services, progress, signal, isHard, undo }, backends, plan, supervisor) {
  const backing = backendWards(home, backends);
  const isBacking = (/** @type {string} */ name) => backing.some(({ ward }) => ward.name === name);
  undo(async () => {
    await supervisor.endAll((name) => !isBacking(name), isHard);
    await supervisor.endAll(isBacking, isHard);
  });
  for (const { ward, running } of backing) await supervisor.watch(ward, running);
  await progress.step(
    'services',
    async (say) => {
      for (const spec of services) await supervisor.watch(serviceWard({ spec, root, home, plan }));
      const waited = services.map(({ name }) => ({
        name,
        port: plan.portOf(name),
        logFile: join(home, 'logs', `${name}.log`),
        isAlive: () => supervisor.isAlive(name),
      }));
      await waitUntilReady(waited, say, signal);
    },
    () => `${services.length} ready, their logs are in ${join(home, 'logs')}`,
  );
}

/**
 * Waits for what seeding wrote to be where it belongs, so that the first page anybody opens is complete.
 *
 * @param {Run} run
 * @param {import('../backends/choose.mjs').Backends} backends
 */
async function letEventsArrive({ services, progress, signal }, { postgres, kafka }) {
  const owners = services.filter(({ database }) => database).map(({ name }) => name);
  await progress.step(
    'events',
    () =>
      waitUntilCaughtUp({
        brokers: kafka.brokers,
        groups: owners.map((name) => `nqi-${name}`),
        unsent: () => unsentEvents(postgres.url, owners),
        withinMs: CAUGHT_UP_WITHIN_MS,
        signal,
      }),
    (late) => (late.length === 0 ? 'everybody has read them' : `still on their way: ${late.join('; ')}`),
  );
  if (signal.aborted) throw new StackFailure('stopped');
}
