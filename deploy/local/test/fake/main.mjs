// A stand-in for a service: it keeps the contract that the stack has with one, and nothing else.
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import kafkajs from 'kafkajs';
import pg from 'pg';

const name = basename(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const { env } = process;
const topic = 'nqi.fake.thing.v1';

function kafka() {
  return new kafkajs.Kafka({ brokers: env.KAFKA_BROKERS.split(','), logLevel: kafkajs.logLevel.NOTHING });
}

async function migrate() {
  const database = new pg.Client({ connectionString: env.DATABASE_URL });
  await database.connect();
  await database.query('CREATE TABLE IF NOT EXISTS migrated (at timestamptz NOT NULL DEFAULT now())');
  await database.query('INSERT INTO migrated DEFAULT VALUES');
  await database.end();
  if (name !== 'identity') return;
  const producer = kafka().producer();
  await producer.connect();
  await producer.send({ topic, messages: ['a', 'b', 'c'].map((value) => ({ key: value, value })) });
  await producer.disconnect();
  const accounts = [
    { username: 'admin', role: 'administrator', organization: 'HUB-370400', organizationName: '枣庄市平台' },
    { username: 'clerk', role: 'clerk', organization: 'WS-370481', organizationName: '滕州市工作站' },
  ];
  writeFileSync(env.ACCOUNTS_FILE, JSON.stringify(accounts));
}

async function serve() {
  let joined = name !== 'routing';
  let consumer;
  if (!joined) {
    consumer = kafka().consumer({ groupId: 'nqi-routing', maxWaitTimeInMs: 200, sessionTimeout: 6000 });
    consumer.on(consumer.events.GROUP_JOIN, () => (joined = true));
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({ eachMessage: async () => undefined });
  }
  const server = createServer((request, response) => {
    if (request.url === '/crash') process.exit(3);
    response.statusCode = request.url === '/health/ready' && !joined ? 503 : 200;
    response.end(JSON.stringify({ name, pid: process.pid, env: { ...env } }));
  });
  server.listen(Number(env.SERVICE_PORT), env.SERVICE_HOST);
  process.on('SIGTERM', async () => {
    await consumer?.disconnect();
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

if (env.FAKE_BROKEN === name) {
  process.stderr.write(`${name} cannot work: its configuration is wrong\n`);
  process.exit(1);
}
await (process.argv[2] === 'migrate' ? migrate() : serve());
