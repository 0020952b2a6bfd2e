// npm run bench -- routing: what a decision of the router costs as its candidates grow, and how long the policy lab
// takes for a year of a city: pure functions, one thread, no database. Then the same in the running service, on real
// backends. The absolute figures move with the machine.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { percentiles, rate, table } from './figures.mjs';

const ROOT = join(import.meta.dirname, '../..');
const ROUTER = join(process.env.ROUTING_DIST ?? join(ROOT, 'services/routing/dist'));
const from = (file) => import(join(ROUTER, file));
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const SIMULATED = 100_000;

const { Network } = await from('network/network.js');
const { referenceNodes, demonstrationInstitutions } = await from('network/network.seed.js');
const { route } = await from('rules/router.js');
const { RULE_SET } = await from('rules/rule-set.js');
const { generatedYear } = await from('simulations/generated-year.js');
const { Simulation } = await from('simulations/simulation.js');
const { cityServices } = await from('simulations/simulations.wiring.js');

const NODES = referenceNodes();
const STATIONS = NODES.filter(({ level }) => level === 'COUNTY');

/** A network in which so many institutions of one domain answer every question, none of them filtered out early. */
function networkOf(candidates) {
  const model = demonstrationInstitutions().find(({ capabilities }) =>
    capabilities.some(({ serviceCode }) => serviceCode === 'MET-003'),
  );
  const institutions = Array.from({ length: candidates }, (_, index) => ({
    ...model,
    id: `ORG${String(index).padStart(6, '0')}`,
    homeNodeCode: STATIONS[index % STATIONS.length].code,
  }));
  return new Network(1, NODES, institutions);
}

function measureDecisions(candidates) {
  const network = networkOf(candidates);
  const loads = new Map(network.institutions.map(({ id }, index) => [id, index % 50]));
  const inputs = STATIONS.map(({ regionCode }) => ({
    serviceCode: 'MET-003',
    domain: 'metrology',
    performingLevel: 'city',
    regionCode,
    categories: [],
    date: '2026-11-24',
  }));
  const once = (index) => route(inputs[index % inputs.length], network, loads, RULE_SET);
  if (once(0).candidates.length !== candidates) throw new Error('the network does not have the candidates it should');
  for (let index = 0; index < 20_000 / candidates; index += 1) once(index);
  const times = [];
  const end = performance.now() + SECONDS * 1_000;
  for (let index = 0; performance.now() < end; index += 1) {
    const start = performance.now();
    once(index);
    times.push((performance.now() - start) * 1_000);
  }
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { candidates, mean, ...percentiles(times) };
}

function measureSimulation() {
  const network = new Network(1, NODES, demonstrationInstitutions());
  const start = performance.now();
  const { weights } = RULE_SET;
  // Another order of what counts, so that something moves.
  const draft = {
    ...RULE_SET,
    version: 'draft',
    weights: { ...weights, level: weights.load, load: weights.level },
  };
  const simulation = new Simulation(network, RULE_SET, draft);
  const year = { requests: SIMULATED, seed: 1, from: new Date('2026-11-24T00:00:00Z') };
  for (const request of generatedYear(network, cityServices(), year)) simulation.step(request);
  return { seconds: (performance.now() - start) / 1_000, report: simulation.report() };
}

const say = (text) => process.stdout.write(`${text}\n`);
say(`## Router\n\n${cpus()[0]?.model}, Node ${process.version}, one thread, ${SECONDS} s a row\n`);
const decisions = [10, 100, 1_000, 10_000].map(measureDecisions);
say(
  table(
    ['candidates', 'decisions/s', 'µs per decision', 'p50 µs', 'p99 µs', 'ns per candidate'],
    decisions.map(({ candidates, mean, p50, p99 }) => [
      candidates,
      rate(1e6 / mean),
      mean.toFixed(1),
      p50.toFixed(1),
      p99.toFixed(1),
      rate((mean / candidates) * 1_000),
    ]),
  ),
);
const { seconds, report } = measureSimulation();
say('\n## Policy lab: both rule sets over a generated year\n');
say(
  table(
    ['requests', 'seconds', 'requests/s', 'moved', 'Gini', 'breaches', 'mean km'],
    [
      [
        report.requests,
        seconds.toFixed(1),
        rate(report.requests / seconds),
        report.moved,
        `${report.baseline.loadGini} → ${report.draft.loadGini}`,
        `${report.baseline.predictedBreaches} → ${report.draft.predictedBreaches}`,
        `${report.baseline.meanKilometres} → ${report.draft.meanKilometres}`,
      ],
    ],
  ),
);

const { measureService } = await import('./routed.mjs');
const { events, kafkaPerSecond, routed, simulation } = await measureService({
  events: Number(process.env.BENCH_EVENTS ?? 10_000),
  simulated: SIMULATED,
});
say('\n## The service: tickets from a topic that was filled before it started\n');
say(
  table(
    ['events', 's to the first ticket', 's to the last', 'routed/s', 'Kafka consumer alone, events/s', '÷ Kafka alone'],
    [
      [
        events,
        routed.startSeconds.toFixed(1),
        routed.seconds.toFixed(1),
        rate(routed.perSecond),
        rate(kafkaPerSecond),
        (routed.perSecond / kafkaPerSecond).toFixed(4),
      ],
    ],
  ),
);
say('\n## The service: a simulation asked for over HTTP, until it is done\n');
say(
  table(
    ['requests', 'seconds', 'requests/s'],
    [[simulation.requests, simulation.seconds.toFixed(1), rate(simulation.requests / simulation.seconds)]],
  ),
);
