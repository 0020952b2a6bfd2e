import { SignJWT, decodeJwt, generateKeyPair } from 'jose';
import { HttpClient, type Answer } from '@nqi/test-kit/client';
import { City } from './support/city.js';
import { districtFilings, type Filing } from './support/filings.js';
import { file } from './support/work.js';

const good = districtFilings()[0]?.filing as Filing;
const item = good.items[0] as Filing['items'][number];
const TWO_MEGABYTES = 'x'.repeat(2 * 1024 * 1024);

/** What is wrong is named, and nothing changes. */
describe('bad input', () => {
  const city = City.running();
  const requestIds = async (enterprise: HttpClient) =>
    (await enterprise.get('/api/v1/requests')).body.items.map(({ id }: { id: string }) => id) as string[];
  const expectProblem = (
    { status, body, headers }: Answer,
    expected: { status: number; pointer?: string; type?: string },
  ) => {
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect({ status, type: body.type }).toMatchObject({
      status: expected.status,
      type: expected.type ?? expect.any(String),
    });
    if (expected.pointer)
      expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(expected.pointer);
    expect(body).toMatchObject({ title: expect.any(String), detail: expect.any(String), traceId: expect.any(String) });
  };

  it.each<[string, unknown, { status: number; pointer: string; type?: string }]>([
    [
      'a wrong check digit',
      { ...good, enterpriseUscc: '91370481XD4164886X' },
      { status: 422, pointer: '/enterpriseUscc' },
    ],
    [
      'an enterprise nobody registered',
      { ...good, enterpriseUscc: '91370481MA3ABCD159' },
      { status: 422, pointer: '/enterpriseUscc' },
    ],
    [
      'an unknown service',
      { ...good, items: [{ ...item, serviceCode: 'MET-999' }] },
      { status: 422, pointer: '/items/0/serviceCode' },
    ],
    [
      'a missing form field',
      { ...good, items: [{ serviceCode: 'MET-001', form: { instruments: [{ ref: 'MI004' }] } }] },
      { status: 422, pointer: '/items/0/form/instruments/0/qty' },
    ],
    ['an unknown region', { ...good, regionCode: '110101' }, { status: 422, pointer: '/regionCode' }],
    [
      'a park of another region',
      { ...good, regionCode: '370402', parkCode: '370481901' },
      { status: 422, pointer: '/parkCode' },
    ],
    [
      'a telephone number that is none',
      { ...good, contact: { name: '张三', phone: '12' } },
      { status: 422, pointer: '/contact/phone' },
    ],
    ['no items', { ...good, items: [] }, { status: 400, pointer: '/items' }],
    ['an unknown field', { ...good, status: 'COMPLETED' }, { status: 400, pointer: '/status' }],
  ])('%s', async (_name, filing, expected) => {
    const dispatcher = await city.as('dispatcher');
    const body = { enterpriseUscc: city.account('ent-370402').organization, ...(filing as object) };

    const answer = await dispatcher.post('/api/v1/requests', body);

    // A shape may be refused as malformed (400) or as wrong (422); the field is named either way.
    expectProblem(answer, { ...expected, status: answer.status === 400 ? 400 : expected.status });
  });

  it('two megabytes', async () => {
    const enterprise = await city.as('ent-370402');

    expectProblem(await enterprise.post('/api/v1/requests', { ...good, packageCode: TWO_MEGABYTES }), { status: 413 });
  });

  it('broken JSON', async () => {
    const enterprise = await city.as('ent-370402');
    const broken = await enterprise.send('POST', '/api/v1/requests', '{"items": [', {
      'content-type': 'application/json',
    });

    expectProblem(broken, { status: 400 });
  });

  it('a request of somebody else looks like one that does not exist', async () => {
    const mine = await file(await city.as('ent-370481'), { ...good, regionCode: '370481', parkCode: undefined });
    const stranger = await city.as('ent-370402');

    expectProblem(await stranger.get(`/api/v1/requests/${mine.id}`), { status: 404 });
    expectProblem(await stranger.post(`/api/v1/requests/${mine.id}/cancel`, { reason: '不需要了' }), { status: 404 });
    expectProblem(await stranger.get('/api/v1/requests/00000000-0000-7000-8000-000000000000'), { status: 404 });
    expect((await (await city.as('ent-370481')).get(`/api/v1/requests/${mine.id}`)).body.status).not.toBe('CANCELLED');
  });

  it('no token, a false token and an unsigned one', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const claims = {
      username: 'administrator',
      roles: ['administrator'],
      org: 'HUB-370400',
      org_kind: 'node',
      name: 'x',
      org_name: 'x',
    };
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setIssuer('nqi-identity')
      .setAudience('nqi')
      .setSubject('1')
      .setExpirationTime('1h')
      .sign(privateKey);
    const unsigned =
      `${btoa(JSON.stringify({ alg: 'none' }))}.${btoa(JSON.stringify({ ...claims, exp: 4e9 }))}.`.replace(/=/g, '');

    expectProblem(await city.anybody.get('/api/v1/requests'), { status: 401 });
    for (const token of [forged, unsigned, 'nonsense']) {
      expectProblem(await new HttpClient(city.stack.baseUrl, token).get('/api/v1/requests'), { status: 401 });
    }
  });

  it('an expired token, though the system itself signed it', async () => {
    const { iat, exp, ...claims } = decodeJwt((await city.as('ent-370481')).authorization.replace('Bearer ', ''));
    const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1_000) - seconds;
    const signed = async (expiresAt: number) => {
      const { key, keyId } = await city.signingKey();
      return new SignJWT({ ...claims, iat, exp: expiresAt }).setProtectedHeader({ alg: 'ES256', kid: keyId }).sign(key);
    };
    const bearing = (token: string) => new HttpClient(city.stack.baseUrl, token);

    const valid = await bearing(await signed(Number(exp))).get('/api/v1/requests');
    const read = await bearing(await signed(secondsAgo(120))).get('/api/v1/requests');
    const filed = await bearing(await signed(secondsAgo(120))).post('/api/v1/requests', good);

    expect(valid.status).toBe(200);
    expectProblem(read, { status: 401 });
    expectProblem(filed, { status: 401 });
  });

  it('changes nothing', async () => {
    const enterprise = await city.as('ent-370402');
    const before = await requestIds(enterprise);

    await enterprise.post('/api/v1/requests', { ...good, regionCode: '110101' });

    expect(await requestIds(enterprise)).toEqual(before);
  });

  it('the same key and body is one request, the same key and another body is refused', async () => {
    const enterprise = await city.as('ent-370402');
    const filing = { ...good, regionCode: '370402', parkCode: undefined };
    const key = crypto.randomUUID();

    const first = await file(enterprise, filing, key);
    expect((await file(enterprise, filing, key)).id).toBe(first.id);
    const other = await enterprise.post(
      '/api/v1/requests',
      { ...filing, urgency: 'urgent' },
      { 'idempotency-key': key },
    );

    expectProblem(other, { status: 422 });
  });
});
