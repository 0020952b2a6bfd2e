import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { TOKEN_AUDIENCE, TOKEN_ISSUER, TokenVerifier } from './tokens.js';
import { KeysUnavailable } from './unauthenticated.js';

const NOW = new Date('2026-11-24T04:00:00Z');
const CLAIMS = {
  username: 'li',
  name: '李',
  roles: ['clerk', 'emperor'],
  org: 'WS-370481',
  org_kind: 'node',
  org_name: '滕州',
};

describe('TokenVerifier', () => {
  let server: Server;
  let answer: { status: number; body: string };
  let sign: (change?: (token: SignJWT) => SignJWT, claims?: object) => Promise<string>;
  let verifier: TokenVerifier;

  beforeEach(async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    answer = {
      status: 200,
      body: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] }),
    };
    server = createServer((_request, response) => void response.writeHead(answer.status).end(answer.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    verifier = new TokenVerifier(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    sign = (change = (token) => token, claims = CLAIMS) =>
      change(
        new SignJWT({ ...claims })
          .setProtectedHeader({ alg: 'ES256', kid: 'k' })
          .setSubject('1')
          .setIssuer(TOKEN_ISSUER)
          .setAudience(TOKEN_AUDIENCE)
          .setExpirationTime(Math.floor(NOW.getTime() / 1000) + 60),
      ).sign(privateKey);
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('knows the caller, and only roles that exist', async () => {
    expect(await verifier.verify(await sign(), NOW)).toMatchObject({
      username: 'li',
      roles: ['clerk'],
      organizationId: 'WS-370481',
    });
  });

  it('remembers a token, but not beyond its time', async () => {
    const token = await sign();
    await verifier.verify(token, NOW);
    answer = { status: 500, body: '' };

    expect(await verifier.verify(token, NOW)).toMatchObject({ username: 'li' });
    expect(await verifier.verify(token, new Date(NOW.getTime() + 61_000))).toBe('expired');
  });

  it.each<[string, (token: SignJWT) => SignJWT]>([
    ['another issuer', (token) => token.setIssuer('somebody')],
    ['another audience', (token) => token.setAudience('somebody')],
  ])('refuses %s', async (_name, change) => {
    expect(await verifier.verify(await sign(change), NOW)).toBe('invalid');
  });

  it('refuses a key that nobody published', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const claims = {
      ...CLAIMS,
      sub: '1',
      iss: TOKEN_ISSUER,
      aud: TOKEN_AUDIENCE,
      exp: Math.floor(NOW.getTime() / 1000) + 60,
    };

    for (const kid of ['k', 'other']) {
      const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
      expect(await verifier.verify(token, NOW)).toBe('invalid');
    }
  });

  it('refuses what is no token, has no signature or another one', async () => {
    const [header, payload] = (await sign()).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');

    for (const token of ['nonsense', `${none}.${payload}.`, `${header}.${payload}.AAAA`]) {
      expect(await verifier.verify(token, NOW)).toBe('invalid');
    }
  });

  it.each([
    [500, ''],
    [200, 'not a key set'],
    [200, '{"keys":"none"}'],
  ])('blames no caller when the keys cannot be had (%i %s)', async (status, body) => {
    answer = { status, body };

    await expect(verifier.verify(await sign(), NOW)).rejects.toThrow(KeysUnavailable);
  });
});
