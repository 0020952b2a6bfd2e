import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '@nqi/platform';
import { HttpClient } from '@nqi/test-kit/client';
import { SignJWT, UnsecuredJWT, generateKeyPair, type JWTPayload } from 'jose';
import { City } from './support/city.js';
import { claimsOf, signed } from './support/surface/people.js';

/** One address of every service, so that none of them takes what another refuses. */
const ADDRESSES = [
  '/api/v1/auth/me',
  '/api/v1/requests',
  '/api/v1/tickets',
  '/api/v1/metrology/jobs',
  '/api/v1/standards/jobs',
  '/api/v1/testing/jobs',
  '/api/v1/certification/jobs',
  '/api/v1/insight/overview',
  '/api/v1/notifications',
];

const now = () => Math.floor(Date.now() / 1_000);

/** Tokens of the dispatcher that are all but right. */
describe('a token', () => {
  const city = City.running();
  let right: JWTPayload;

  beforeAll(async () => {
    right = { ...claimsOf(await city.as('dispatcher')), iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE };
  });

  const statusesWith = async (token: string) => {
    const client = new HttpClient(city.stack.baseUrl, token);
    return Promise.all(ADDRESSES.map(async (path) => (await client.get(path)).status));
  };
  const refused = ADDRESSES.map(() => 401);

  it('that is right passes, so that the others are refused for what is wrong with them', async () => {
    expect(await statusesWith(await signed(city, right))).toEqual(ADDRESSES.map(() => 200));
  });

  it.each<[string, JWTPayload]>([
    ['expired', { iat: now() - 1_000, exp: now() - 100 }],
    ['not valid yet', { nbf: now() + 3_600 }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['for another audience', { aud: 'another-system' }],
    ['that never ends', { exp: undefined }],
    ['of nobody', { sub: undefined }],
  ])('%s is refused everywhere', async (_what, wrong) => {
    expect(await statusesWith(await signed(city, { ...right, ...wrong }))).toEqual(refused);
  });

  it('of another key that claims the name of ours is refused everywhere', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const { keyId } = await city.signingKey();
    const forged = await new SignJWT(right).setProtectedHeader({ alg: 'ES256', kid: keyId }).sign(privateKey);

    expect(await statusesWith(forged)).toEqual(refused);
  });

  it('without a signature (alg none) is refused everywhere', async () => {
    expect(await statusesWith(new UnsecuredJWT(right).encode())).toEqual(refused);
  });

  it('that swaps the key pair for a shared secret (HS256) is refused everywhere', async () => {
    const { keyId } = await city.signingKey();
    const secret = new TextEncoder().encode(keyId.padEnd(32, '='));
    const swapped = await new SignJWT(right).setProtectedHeader({ alg: 'HS256', kid: keyId }).sign(secret);

    expect(await statusesWith(swapped)).toEqual(refused);
  });

  it('whose claims were changed after signing is refused everywhere', async () => {
    const [header, , signature] = (await signed(city, right)).split('.');
    const claims = Buffer.from(JSON.stringify({ ...right, roles: ['security_administrator'] })).toString('base64url');

    expect(await statusesWith(`${header}.${claims}.${signature}`)).toEqual(refused);
  });
});

describe('a refresh token', () => {
  const city = City.running();
  const refresh = (refreshToken: string) => city.anybody.post('/api/v1/auth/refresh', { refreshToken });

  it('that comes twice ends its whole family, and no other session of the account', async () => {
    const { password } = city.account('clerk-WS-370403');
    const signIn = () => city.anybody.post('/api/v1/auth/login', { username: 'clerk-WS-370403', password });
    const [stolen, other] = [await signIn(), await signIn()];
    const second = await refresh(stolen.body.refreshToken as string);
    expect([stolen.status, other.status, second.status]).toEqual([200, 200, 200]);

    const reused = await refresh(stolen.body.refreshToken as string);
    const heir = await refresh(second.body.refreshToken as string);

    expect([reused.status, heir.status]).toEqual([401, 401]);
    expect((await refresh(other.body.refreshToken as string)).status).toBe(200);
  });
});
