import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { anEnterprise } from '@nqi/test-kit';
import { TestGateway } from './support/test-gateway.js';

describe('running the gateway', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await TestGateway.start();
  });

  afterAll(() => gateway?.stop());

  it('is ready when the keys can be had and every service is alive, and says which is not', async () => {
    const client = await gateway.as();
    const ready = await client.get('/health/ready');
    await gateway.neighbours.testing.stop();
    const without = await client.get('/health/ready');
    await gateway.neighbours.testing.start();

    expect(ready).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: { 'identity keys': 'ok', testing: 'ok' } },
    });
    expect(without).toMatchObject({ status: 503, body: { status: 'not ready', checks: { routing: 'ok' } } });
    expect(without.body.checks.testing).toContain('ECONNREFUSED');
  });

  it('counts requests by route and never by address', async () => {
    await (await gateway.as(anEnterprise('A'))).get('/api/v1/requests/0193-secret');
    const { body } = await (await gateway.as()).get('/metrics');

    expect(body).toContain(
      'http_server_request_duration_seconds_count{method="GET",route="/api/v1/requests/*",status="200"}',
    );
    expect(body).not.toContain('0193-secret');
  });

  it('finishes what it has begun before it stops', async () => {
    const own = await TestGateway.start();
    own.neighbours.intake.answer = (response) => void setTimeout(() => response.end('done'), 500);
    const client = await own.as(anEnterprise('A'));
    const begun = client.post('/api/v1/requests');
    await new Promise((resolve) => setTimeout(resolve, 150));

    const [answer, code] = await Promise.all([begun, own.end()]);
    await own.stop();

    expect(answer).toMatchObject({ status: 200, body: 'done' });
    expect(code).toBe(0);
  });

  it('does not start on a wrong setting and says in one line each what is wrong', async () => {
    const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
    const run = promisify(execFile)(process.execPath, [main], { env: { PATH: process.env['PATH'], NQI_PORT: 'x' } });

    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/gateway: NQI_PORT is "x"[^\n]*\ngateway: REDIS_URL is not set\n/),
    });
  });
});
