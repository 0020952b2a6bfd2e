import { anEnterprise, staffOf } from '@nqi/test-kit';
import { TestGateway } from './support/test-gateway.js';

describe('the door', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await TestGateway.start({ CORS_ORIGINS: 'https://zwfw.example' });
  });

  afterAll(() => gateway?.stop());

  const enterprise = anEnterprise('91370400MA3C00001X');
  const get = (path: string, authorization?: string) =>
    fetch(gateway.url + path, { headers: authorization ? { authorization } : {} });
  const problemOf = async (answer: Response) => ((await answer.json()) as { type: string }).type;

  it.each([
    ['POST', '/api/v1/auth/login'],
    ['POST', '/api/v1/auth/refresh'],
    ['POST', '/api/v1/enterprises'],
    ['GET', '/api/v1/catalog/services'],
    ['GET', '/api/v1/catalog/packages'],
    ['GET', '/api/v1/public/deliverables/ZZ-JL-20261124-000123?code=1'],
    ['GET', '/api/openapi.json'],
    ['GET', '/api/asyncapi.json'],
    ['GET', '/health/live'],
    ['GET', '/metrics'],
  ])('lets anybody %s %s', async (method, path) => {
    const answer = await fetch(gateway.url + path, { method });

    expect(answer.status).toBe(200);
  });

  it.each([
    ['GET', '/api/v1/enterprises'],
    ['POST', '/api/v1/enterprises/91370400MA3C00001X'],
    ['GET', '/api/v1/auth/me'],
    ['POST', '/api/v1/auth/logout'],
    ['POST', '/api/v1/requests'],
    ['GET', '/api/v1/tickets'],
    ['GET', '/api/v1/events'],
    ['GET', '/api/v1/metrology/deliverables/1/document'],
    ['GET', '/api/v1/operations/intake/dead-letters'],
    ['GET', '/api/v1/nothing'],
    ['GET', '/%61pi/v1/tickets'],
  ])('wants a sign-in for %s %s', async (method, path) => {
    const answer = await fetch(gateway.url + path, { method });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemOf(answer)).toBe('AUTH.MISSING');
  });

  it('lets no request that it refuses reach a service', () => {
    expect(gateway.neighbours.routing.seen).toEqual([]);
    expect(gateway.neighbours.intake.seen.every(({ url }) => url.startsWith('/api/v1/catalog/'))).toBe(true);
  });

  it('refuses a false or expired token even where none is needed', async () => {
    const expired = `Bearer ${await gateway.tokens.sign(enterprise, -10)}`;
    const [header, , signature] = (await gateway.tokens.sign(enterprise)).split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'x', roles: ['administrator'], exp: 9_999_999_999 })).toString(
      'base64url',
    );

    const answers = await Promise.all([
      get('/api/v1/requests', expired),
      get('/api/v1/catalog/services', expired),
      get('/api/v1/requests', `Bearer ${header}.${claims}.${signature}`),
      get('/api/v1/requests', 'Bearer nonsense'),
      get('/api/v1/requests', 'Basic dTpw'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(await Promise.all(answers.map(problemOf))).toEqual([
      'AUTH.EXPIRED',
      'AUTH.EXPIRED',
      'AUTH.INVALID',
      'AUTH.INVALID',
      'AUTH.INVALID',
    ]);
  });

  it('overlooks an expired token of somebody who signs in or refreshes', async () => {
    const authorization = `Bearer ${await gateway.tokens.sign(enterprise, -10)}`;
    const refresh = await fetch(`${gateway.url}/api/v1/auth/refresh`, { method: 'POST', headers: { authorization } });

    expect(refresh.status).toBe(200);
  });

  it('speaks the language of the caller', async () => {
    const [chinese, english] = await Promise.all([
      get('/api/v1/tickets'),
      fetch(`${gateway.url}/api/v1/tickets`, { headers: { 'accept-language': 'en-GB' } }),
    ]);

    expect(await chinese.json()).toMatchObject({ title: '请先登录', detail: '缺少访问令牌' });
    expect(await english.json()).toMatchObject({ title: 'Please sign in' });
  });

  it('knows nothing at an address that no service has, whatever the method', async () => {
    const answer = await (await gateway.as(enterprise)).post('/api/v1/nothing');

    expect(answer).toMatchObject({ status: 404, body: { type: 'ADDRESS.UNKNOWN', detail: '没有此地址' } });
  });

  it('answers 503, not 401, while the keys cannot be had', async () => {
    const own = await TestGateway.start({ JWKS_URL: 'http://127.0.0.1:9/jwks.json' });
    const answer = await (await own.as(staffOf('PROV-370000'))).get('/api/v1/tickets');
    await own.stop();

    expect(answer).toMatchObject({ status: 503, body: { type: 'IDENTITY.UNAVAILABLE' } });
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  it('opens the API to pages of the origins named, and to no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${gateway.url}/api/v1/requests`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    const [named, other] = await Promise.all([preflight('https://zwfw.example'), preflight('https://evil.example')]);

    expect(named.status).toBe(204);
    expect(named.headers.get('access-control-allow-origin')).toBe('https://zwfw.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});
