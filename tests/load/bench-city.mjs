import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import pg from 'pg';

/** The running stack as the bench sees it: one filing to repeat, a session, a look into databases and groups. */
export class Bench {
  constructor(stack, token, filing) {
    this.baseUrl = stack.baseUrl;
    this.pids = stack.pids;
    this.postgres = stack.postgres;
    this.brokers = stack.kafka.brokers;
    this.token = token;
    this.filing = filing;
  }

  static async on(file) {
    const stack = JSON.parse(readFileSync(file, 'utf8'));
    const account = (name) => stack.accounts.find(({ username }) => username === name);
    const { username, password } = account('dispatcher');
    const answer = await fetch(`${stack.baseUrl}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const { accessToken } = await answer.json();
    return new Bench(stack, accessToken, {
      enterpriseUscc: account('ent-370481').organization,
      contact: { name: '张三', phone: '0632-3456789' },
      regionCode: '370481',
      mode: 'online',
      urgency: 'normal',
      items: [
        {
          serviceCode: 'MET-001',
          form: {
            instruments: [
              { ref: 'MI043', name: '指示类压力表、显示类压力表', qty: 7, model: 'M666', serials_from: 'S23085' },
              { ref: 'MI004', name: '数字指示秤', qty: 23, model: 'M599', serials_from: 'S55244' },
            ],
          },
        },
      ],
    });
  }

  get headers() {
    return { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
  }

  async file() {
    const answer = await fetch(`${this.baseUrl}/api/v1/requests`, {
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify(this.filing),
    });
    if (answer.status !== 201) throw new Error(`not filed: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async query(database, sql) {
    const url = new URL(this.postgres.url);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async fsync() {
    return (await this.query('postgres', 'SHOW fsync'))[0].fsync;
  }

  /** Waits until every filing has its ticket and insight has counted it. */
  async settled() {
    while (true) {
      const [{ filed }] = await this.query('nqi_intake', 'SELECT count(*)::int AS filed FROM request_item');
      const [{ routed }] = await this.query('nqi_routing', 'SELECT count(*)::int AS routed FROM ticket');
      const [{ counted }] = await this.query('nqi_insight', 'SELECT count(*)::int AS counted FROM ticket_fact');
      if (filed === routed && routed === counted) return filed;
      await delay(100);
    }
  }

  /** Files for some seconds over some connections and counts until the last one is projected. */
  async sustained(seconds, connections) {
    const begun = performance.now();
    const until = begun + seconds * 1_000;
    let filed = 0;
    const filer = async () => {
      while (performance.now() < until) {
        await this.file();
        filed += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, filer));
    await this.settled();
    const took = (performance.now() - begun) / 1_000;
    return { filed, seconds: took, perSecond: filed / took };
  }

  kafka() {
    return new kafkajs.Kafka({ clientId: 'nqi-bench', brokers: this.brokers, logLevel: kafkajs.logLevel.NOTHING });
  }
}
