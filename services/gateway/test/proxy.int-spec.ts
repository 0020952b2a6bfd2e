import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '@nqi/contracts';
import { createHttpAdapter, ProblemFilter } from '@nqi/platform';
import { anEnterprise, eventually, type HttpClient } from '@nqi/test-kit';
import { TestGateway } from './support/test-gateway.js';

const MEGABYTE = 1024 * 1024;

describe('the way through the gateway', () => {
  let gateway: TestGateway;
  let client: HttpClient;

  beforeAll(async () => {
    gateway = await TestGateway.start({ UPSTREAM_TIMEOUT_MS: '1000' });
    client = await gateway.as(anEnterprise('91370400MA3C00001X'));
  });

  afterAll(() => gateway?.stop());

  beforeEach(() => {
    for (const upstream of Object.values(gateway.neighbours)) upstream.seen.length = 0;
  });

  it.each<[string, ServiceName]>([
    ['/api/v1/auth/me', 'identity'],
    ['/api/v1/enterprises?query=x', 'identity'],
    ['/api/v1/enterprises/91370400MA3C00001X', 'identity'],
    ['/api/v1/catalog/services', 'intake'],
    ['/api/v1/requests', 'intake'],
    ['/api/v1/requests/1/timeline', 'intake'],
    ['/api/v1/tickets?node=WS-370481&limit=5', 'routing'],
    ['/api/v1/network/nodes', 'routing'],
    ['/api/v1/routing/rulesets', 'routing'],
    ['/api/v1/triage', 'routing'],
    ['/api/v1/calendar/days?year=2026', 'routing'],
    ['/api/v1/metrology/jobs', 'metrology'],
    ['/api/v1/standards/jobs', 'standards'],
    ['/api/v1/testing/jobs', 'testing'],
    ['/api/v1/certification/jobs', 'certification'],
    ['/api/v1/insight/overview', 'insight'],
    ['/api/v1/notifications?unread=true', 'notification'],
    ['/api/v1/operations/testing/dead-letters', 'testing'],
    ['/api/v1/public/deliverables/ZZ-JL-20261124-000123?code=abc', 'metrology'],
    ['/api/v1/public/deliverables/ZZ-BZ-20261124-000123', 'standards'],
    ['/api/v1/public/deliverables/ZZ-JC-20261124-000123', 'testing'],
    ['/api/v1/public/deliverables/ZZ-RZ-20261124-000123', 'certification'],
  ])('leads %s to %s', async (path, service) => {
    const answer = await client.get(path);

    expect(answer).toMatchObject({ status: 200, body: { from: service } });
    expect(gateway.neighbours[service].seen.map(({ url }) => url)).toEqual([path]);
  });

  it('answers 404 for a number without a domain, an unknown service and an unknown address', async () => {
    const paths = ['public/deliverables/ZZ-XX-20261124-000123', 'operations/nonsense/dead-letters', 'nothing'];
    const answers = await Promise.all(paths.map((path) => client.get(`/api/v1/${path}`)));

    expect(answers.map(({ status, body }) => [status, body.type])).toEqual([
      [404, 'DELIVERABLE.UNKNOWN'],
      [404, 'ADDRESS.UNKNOWN'],
      [404, 'ADDRESS.UNKNOWN'],
    ]);
    expect(answers[0]?.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('carries bodies, versions, keys and answers as they are', async () => {
    const { intake } = gateway.neighbours;
    const usual = intake.answer;
    intake.answer = (response) =>
      response
        .writeHead(201, { etag: '"7"', 'idempotent-replayed': 'true', location: '/x', 'content-type': 'text/plain' })
        .end('made');

    const answer = await client.post(
      '/api/v1/requests',
      { 名称: '千分尺' },
      { 'idempotency-key': 'k1', 'if-match': '"6"' },
    );
    intake.answer = usual;

    expect(answer).toMatchObject({ status: 201, body: 'made' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: '"7"',
      'idempotent-replayed': 'true',
      location: '/x',
    });
    expect(intake.seen[0]?.body.toString()).toBe('{"名称":"千分尺"}');
    expect(intake.seen[0]?.headers).toMatchObject({ 'idempotency-key': 'k1', 'if-match': '"6"' });
    expect(intake.seen[0]?.headers['authorization']).toMatch(/^Bearer /);
  });

  it('carries a document unchanged, whatever its bytes', async () => {
    const document = randomBytes(3 * MEGABYTE);
    const { testing } = gateway.neighbours;
    const usual = testing.answer;
    testing.answer = (response) => response.setHeader('content-type', 'application/pdf').end(document);

    const response = await fetch(`${gateway.url}/api/v1/testing/deliverables/1/document`, {
      headers: { authorization: `Bearer ${await gateway.tokens.sign(anEnterprise('A'))}` },
    });
    const received = Buffer.from(await response.arrayBuffer());
    testing.answer = usual;

    expect(received.equals(document)).toBe(true);
  });

  describe('with an upload', () => {
    const send = async (bytes: number) =>
      fetch(`${gateway.url}/api/v1/materials?title=x&kind=report`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await gateway.tokens.sign(anEnterprise('A'))}`,
          'content-type': 'application/octet-stream',
        },
        body: new Uint8Array(bytes),
      });

    it('lets through as much as comes, and the query with it', async () => {
      expect((await send(15 * MEGABYTE)).status).toBe(200);
      expect(gateway.neighbours.intake.seen[0]?.body.length).toBe(15 * MEGABYTE);
      expect(gateway.neighbours.intake.seen[0]?.url).toBe('/api/v1/materials?title=x&kind=report');
    });

    it('brings a refusal back that came before the end of the body', async () => {
      const { intake } = gateway.neighbours;
      intake.refuseUnread = (response) =>
        response.writeHead(409, { 'content-type': 'application/json' }).end('{"a":1}');
      const answers = await Promise.all([send(15 * MEGABYTE), send(15 * MEGABYTE)]);
      intake.refuseUnread = undefined;

      expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    });

    it('cuts the service off when the client hangs up', async () => {
      const { intake } = gateway.neighbours;
      const controller = new AbortController();
      const stream = new ReadableStream({ start: (to) => to.enqueue(new Uint8Array(MEGABYTE)) });
      const upload = fetch(`${gateway.url}/api/v1/materials`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await gateway.tokens.sign(anEnterprise('A'))}`,
          'content-type': 'application/octet-stream',
        },
        body: stream,
        duplex: 'half',
        signal: controller.signal,
      } as RequestInit).catch(() => 'cut');
      const before = intake.cutOff;
      await new Promise((resolve) => setTimeout(resolve, 300));
      controller.abort();

      expect(await upload).toBe('cut');
      await eventually(() => expect(intake.cutOff).toBe(before + 1));
    });
  });

  it('keeps one trace from the client to the service and tells both ids to the client', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

    const answer = await client.get('/api/v1/requests', { traceparent, 'x-request-id': 'my-7' });
    await client.get('/api/v1/requests');

    const [first, second] = gateway.neighbours.intake.seen;
    expect(first?.headers).toMatchObject({ traceparent, 'x-request-id': 'my-7' });
    expect(second?.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(second?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('x-trace-id')).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(answer.headers.get('x-request-id')).toBe('my-7');
  });

  it('believes no client about who it is', async () => {
    await client.get('/api/v1/requests', {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-user': 'root',
      forwarded: 'for=1.2.3.4',
    });

    const headers = gateway.neighbours.intake.seen[0]?.headers;
    expect(headers?.['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers).not.toHaveProperty('x-forwarded-user');
    expect(headers).not.toHaveProperty('forwarded');
  });

  it.each(['/api/v1/catalog/%2e%2e/requests', '/api/v1/catalog/..%2frequests', '/api/v1/catalog/%zz'])(
    'lets nobody out of a context by way of %s',
    async (path) => {
      const answer = await rawRequest(gateway.url, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);

      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('application/problem+json');
      expect(gateway.neighbours.intake.seen).toEqual([]);
    },
  );

  it('survives a body on a GET and a client that expects a 100', async () => {
    const get = await rawRequest(
      gateway.url,
      'GET /api/v1/catalog/services HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}',
    );
    const post = await rawRequest(
      gateway.url,
      'POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}',
    );

    expect(get).toMatch(/^HTTP\/1\.1 200 /);
    expect(post).toMatch(/HTTP\/1\.1 200 OK/);
    expect(gateway.neighbours.identity.seen[0]?.body.toString()).toBe('{}');
  });

  describe('with a body that is too large', () => {
    const nobodySawIt = () => expect(gateway.neighbours.intake.seen).toEqual([]);

    it('answers 413 naming the limit', async () => {
      const answer = await client.post('/api/v1/requests', { text: 'x'.repeat(2 * MEGABYTE) });

      expect(answer).toMatchObject({
        status: 413,
        body: { type: 'REQUEST.TOO_LARGE', detail: '请求内容不得超过 1 MB', details: { limitBytes: MEGABYTE } },
      });
      nobodySawIt();
    });

    it('answers 413 also when the client does not say how much is coming', async () => {
      const body = new ReadableStream({
        start(controller) {
          for (let part = 0; part < 8; part += 1) controller.enqueue(new Uint8Array(MEGABYTE / 4));
          controller.close();
        },
      });
      const response = await fetch(`${gateway.url}/api/v1/auth/login`, {
        method: 'POST',
        body,
        duplex: 'half',
      } as RequestInit);

      expect(response.status).toBe(413);
      expect(gateway.neighbours.identity.seen).toEqual([]);
    });

    it('lets the largest body pass that a service takes', async () => {
      const answer = await client.send('POST', '/api/v1/requests', 'x'.repeat(MEGABYTE), {
        'content-type': 'text/plain',
      });

      expect(answer.status).toBe(200);
      expect(gateway.neighbours.intake.seen[0]?.body.length).toBe(MEGABYTE);
    });
  });

  describe('to a service in trouble', () => {
    it('answers 503 with Retry-After while it is away, and passes again once it is back', async () => {
      const { standards } = gateway.neighbours;
      await client.get('/api/v1/standards/jobs');
      await standards.stop();

      const away = await client.get('/api/v1/standards/jobs', { 'accept-language': 'en' });
      await standards.start();
      const back = await client.get('/api/v1/standards/jobs');

      expect(away).toMatchObject({
        status: 503,
        body: { type: 'UPSTREAM.UNAVAILABLE', details: { service: 'standards' } },
      });
      expect(away.headers.get('retry-after')).toBe('2');
      expect(away.body.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(back.status).toBe(200);
    });

    it('answers 503 when it dies in the middle of a request, and sends the request once only', async () => {
      const { standards } = gateway.neighbours;
      const usual = standards.answer;
      standards.answer = (response) => response.destroy();
      const died = await client.post('/api/v1/standards/jobs');
      standards.answer = usual;

      expect(died).toMatchObject({ status: 503, body: { type: 'UPSTREAM.UNAVAILABLE' } });
      expect(standards.seen).toHaveLength(1);
    });

    it('answers 504 when it does not answer in time', async () => {
      const { testing } = gateway.neighbours;
      const usual = testing.answer;
      testing.answer = () => undefined;
      const late = await client.get('/api/v1/testing/jobs');
      testing.answer = usual;

      expect(late).toMatchObject({ status: 504, body: { type: 'UPSTREAM.TIMEOUT', details: { service: 'testing' } } });
    });

    it('repeats no 503 of its own accord', async () => {
      const { testing } = gateway.neighbours;
      const usual = testing.answer;
      testing.answer = (response) => response.writeHead(503, { 'retry-after': '1' }).end();
      const answer = await client.get('/api/v1/testing/jobs');
      testing.answer = usual;

      expect(answer.status).toBe(503);
      expect(testing.seen).toHaveLength(1);
    });
  });

  it('lets the service say what is wrong with broken JSON', async () => {
    const service = await startJsonService();
    const own = await TestGateway.start({ UPSTREAM_INTAKE: service.url });
    const caller = await own.as(anEnterprise('A'));

    const broken = await caller.send('POST', '/api/v1/requests', '{"items": [', { 'content-type': 'application/json' });
    const whole = await caller.post('/api/v1/requests', { items: [] });
    await Promise.all([own.stop(), service.stop()]);

    expect(broken.status).toBe(400);
    expect(broken.headers.get('content-type')).toContain('application/problem+json');
    expect(whole).toMatchObject({ status: 201, body: { items: [] } });
  });
});

/** An application with the manners of our services. */
async function startJsonService(): Promise<{ url: string; stop(): Promise<void> }> {
  @Controller('api/v1/requests')
  class RequestsController {
    @Post()
    file(@Body() body: object): object {
      return body;
    }
  }
  @Module({ controllers: [RequestsController] })
  class JsonServiceModule {}

  const app = await NestFactory.create<NestFastifyApplication>(JsonServiceModule, createHttpAdapter(), {
    logger: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), stop: () => app.close() };
}

/** Sends bytes as they are and returns everything that comes back. */
function rawRequest(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}
