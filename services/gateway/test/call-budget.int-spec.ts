import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@nqi/local-stack';
import { anEnterprise, eventually, type HttpClient } from '@nqi/test-kit';
import { TestGateway } from './support/test-gateway.js';

describe('the budget of calls', () => {
  let home: string;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let gateway: TestGateway;
  let replica: TestGateway;
  const limits = {
    RATE_LIMIT_PER_MINUTE: '5',
    ANONYMOUS_RATE_LIMIT_PER_MINUTE: '3',
    SYSTEM_RATE_LIMIT_PER_MINUTE: '4',
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'nqi-redis-'));
    redis = await startRedis({ home });
    [gateway, replica] = await Promise.all([
      TestGateway.start({ ...limits, REDIS_URL: redis.url }),
      TestGateway.start({ ...limits, REDIS_URL: redis.url }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([gateway?.stop(), replica?.stop()]);
    await redis?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const callTimes = async (client: HttpClient, times: number) => {
    const answers = [];
    for (let call = 0; call < times; call += 1) answers.push(await client.get('/api/v1/requests'));
    return answers;
  };

  it('counts down and then answers 429, saying when to come back', async () => {
    const answers = await callTimes(await gateway.as(anEnterprise('A')), 7);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
      '0',
    ]);
    const refused = answers[6];
    expect(refused?.body).toMatchObject({ type: 'RATE_LIMIT.EXCEEDED', details: { limit: 5 } });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused?.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
    expect(gateway.neighbours.intake.seen).toHaveLength(5);
  });

  it('is each caller’s own', async () => {
    const [first, second] = await Promise.all([gateway.as(anEnterprise('A')), gateway.as(anEnterprise('A'))]);
    await callTimes(first, 6);

    expect((await second.get('/api/v1/requests')).status).toBe(200);
  });

  it('is one over all replicas', async () => {
    const caller = anEnterprise('A');
    const here = new Set((await callTimes(await gateway.as(caller), 3)).map(({ status }) => status));
    // The replica trusts keys of its own, so the same caller signs in there once more.
    const there = await callTimes(await replica.as(caller), 4);

    expect([...here]).toEqual([200]);
    expect(there.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
  });

  it('counts those without a sign-in by address, also when their token is false', async () => {
    const anonymous = await gateway.as();
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await anonymous.get('/api/v1/tickets')).status);
    const withFalseToken = await anonymous.get('/api/v1/tickets', { authorization: 'Bearer nonsense' });

    expect([...statuses, withFalseToken.status]).toEqual([401, 401, 401, 429]);
  });

  it('counts what the province signs apart, whatever else comes from its address', async () => {
    const province = await gateway.as();
    const tell = async () => (await province.post('/api/v1/upwards/statuses', {})).status;
    for (let call = 0; call < 4; call += 1) await province.get('/api/v1/tickets');

    expect((await province.get('/api/v1/tickets')).status).toBe(429);
    expect([await tell(), await tell(), await tell(), await tell(), await tell()]).toEqual([200, 200, 200, 200, 429]);
    expect(gateway.neighbours.routing.seen.filter(({ url }) => url === '/api/v1/upwards/statuses')).toHaveLength(4);
  });

  it('leaves the portal and the probes uncounted', async () => {
    const anonymous = await gateway.as();
    const answers = await Promise.all(Array.from({ length: 10 }, () => anonymous.get('/health/live')));

    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('lets calls pass quickly while Redis hangs, and still counts them', async () => {
    const client = await gateway.as(anEnterprise('A'));
    process.kill(redis.pid, 'SIGSTOP');
    const started = performance.now();
    const answers = await callTimes(client, 7);
    const took = performance.now() - started;
    process.kill(redis.pid, 'SIGCONT');

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(took).toBeLessThan(1_000);
  });

  it('lets calls pass quickly while Redis is gone, and shares the count again once it is back', async () => {
    const client = await gateway.as(anEnterprise('A'));
    const { port } = redis;
    await redis.stop();
    const started = performance.now();
    const answers = await callTimes(client, 7);
    const took = performance.now() - started;
    redis = await startRedis({ home });

    expect(redis.port).toBe(port);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(took).toBeLessThan(1_000);
    await eventually(async () => {
      const caller = anEnterprise('A');
      await callTimes(await gateway.as(caller), 3);
      const there = await callTimes(await replica.as(caller), 3);
      expect(there.map(({ status }) => status)).toEqual([200, 200, 429]);
    });
  });
});
