// The second half of npm run bench -- routing: the service itself, in a process of its own on real backends. Tickets
// routed per second from a topic that was filled before it started, beside what Kafka's own consumer reads from the same
// topic; and a simulation of the largest size asked for over HTTP.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import kafkajs from 'kafkajs';

const ROOT = join(import.meta.dirname, '../..');
const from = (file) => import(join(ROOT, file));
const { eventMessage, RequestItemReadySchema, TOPICS, toTimestamp } = await from('libs/contracts/dist/index.js');
const { newId } = await from('libs/kernel/dist/index.js');
const { ServiceProcess, freePort, startTestBackends, staffOf, TestService } = await from('libs/test-kit/dist/index.js');
const { definition } = await from('services/routing/dist/definition.js');

const REGIONS = ['370402', '370403', '370404', '370405', '370406', '370481'];
const SERVICES = [
  ['MET-001', 'metrology', { instruments: [{ ref: 'MI004', name: '数字指示秤', qty: 2 }] }],
  ['MET-003', 'metrology', { instruments: [{ ref: 'MI043', name: '压力表', qty: 7 }] }],
  ['CON-001', 'consulting', { note: '质量诊断' }],
];

/** Fills the topic, reads it with Kafka's client alone, then lets the service route it; ends what it started. */
export async function measureService({ events, simulated }) {
  const backends = await startTestBackends(join(ROOT, '.nqi', 'bench-routing'));
  const own = Object.keys(backends.env).filter((name) => process.env[name] === undefined);
  Object.assign(process.env, backends.env);
  const service = await TestService.start(definition, { start: false });
  try {
    const chunk = 1_000;
    for (let done = 0; done < events; done += chunk) {
      await service.kafka.publishAll(
        Array.from({ length: Math.min(chunk, events - done) }, (_, i) => anItem(done + i)),
      );
    }
    const kafkaPerSecond = await readAlone(service.settings, events);
    const port = await freePort();
    const started = performance.now();
    const child = ServiceProcess.start(join(ROOT, 'services/routing/dist/main.js'), service, undefined, port);
    try {
      const routed = await untilRouted(service, child, started, events);
      const simulation = await simulate(service, child.url, simulated);
      return { events, kafkaPerSecond, routed, simulation };
    } finally {
      await child.stop();
    }
  } finally {
    await service.stop();
    await backends.stop();
    for (const name of own) delete process.env[name];
  }
}

function anItem(index) {
  const [serviceCode, domain, form] = SERVICES[index % SERVICES.length];
  const requestId = newId();
  const now = toTimestamp(new Date());
  return eventMessage(TOPICS.request, requestId, RequestItemReadySchema, {
    request: {
      requestId,
      requestNo: `ZZ-JL-20261124-${String(index).padStart(6, '0')}`,
      enterpriseUscc: '91370481XD4164886N',
      enterpriseName: '滕州演示隆博精密机械有限公司',
      regionCode: REGIONS[index % REGIONS.length],
      parkCode: '',
    },
    itemId: newId(),
    serviceCode,
    serviceNameZh: serviceCode,
    serviceNameEn: serviceCode,
    domain,
    performingLevel: 'county',
    completeLimitDays: 10,
    mode: 'online',
    urgency: 'normal',
    contactName: '联系人001',
    contactPhone: '13800005678',
    formJson: JSON.stringify(form),
    chosenInstitutionId: '',
    filedAt: now,
    readyAt: now,
  });
}

/** Events per second that a consumer which does nothing reads, from the first one to the last. */
async function readAlone({ brokers, topicPrefix }, events) {
  const kafka = new kafkajs.Kafka({ clientId: 'nqi-bench', brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `${topicPrefix}bench-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic: topicPrefix + TOPICS.request.name, fromBeginning: true });
  let [read, first] = [0, 0];
  try {
    const seconds = await new Promise((resolve, reject) => {
      consumer
        .run({
          eachBatch: async ({ batch }) => {
            first ||= performance.now();
            read += batch.messages.length;
            if (read >= events) resolve((performance.now() - first) / 1_000);
          },
        })
        .catch(reject);
    });
    return events / Math.max(seconds, 0.001);
  } finally {
    await consumer.disconnect();
  }
}

/** By the database's own count: the rate from when the first tickets were seen until the last is committed. */
async function untilRouted(service, child, started, events) {
  let first;
  for (;;) {
    if (child.gone) throw new Error('the service ended');
    const [{ count }] = await service.query('SELECT count(*)::int AS count FROM ticket');
    const now = performance.now();
    if (count > 0) first ??= { at: now, count };
    if (count >= events) {
      const seconds = (now - first.at) / 1_000;
      return {
        startSeconds: (first.at - started) / 1_000,
        seconds,
        perSecond: (events - first.count) / Math.max(seconds, 0.001),
      };
    }
    await delay(100);
  }
}

/** From the request for a run until it says that it is done. */
async function simulate(service, url, requests) {
  const dispatcher = await service.as(staffOf('PROV-370000/HUB-370400', 'dispatcher'), url);
  const SIMULATIONS = '/api/v1/routing/simulations';
  const { items } = (await dispatcher.get('/api/v1/routing/rulesets')).body;
  const started = performance.now();
  const asked = await dispatcher.post(SIMULATIONS, {
    ruleSet: items[0].version,
    sample: { generated: { requests, seed: 1 } },
  });
  if (asked.status !== 202) throw new Error(`not simulated: ${asked.status} ${JSON.stringify(asked.body)}`);
  for (;;) {
    const { body } = await dispatcher.get(`${SIMULATIONS}/${asked.body.id}`);
    if (body.status === 'FAILED') throw new Error(`the simulation failed: ${body.failure}`);
    if (body.status === 'DONE')
      return { requests: body.report.requests, seconds: (performance.now() - started) / 1_000 };
    await delay(100);
  }
}
