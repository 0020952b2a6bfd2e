import { setTimeout as delay } from 'node:timers/promises';
import { FixedClock } from '@nqi/kernel';
import { SignJWT, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { aPrincipal } from '@nqi/test-kit';
import { AnIdentity } from './an-identity.js';

const NOW = '2026-11-24T02:00:00Z';
const ME = '/api/v1/auth/me';
const SESSIONS = '/api/v1/auth/sessions';

describe('tokens and sessions', () => {
  const clock = new FixedClock(NOW);
  let identity: AnIdentity;
  let good: string;

  beforeAll(async () => {
    identity = await AnIdentity.start({ clock });
  });

  afterAll(() => identity.stop());

  beforeEach(async () => {
    clock.set(NOW);
    good = (await identity.logIn('auditor')).body.accessToken;
  });

  const verdictOf = async (token: string) => (await identity.client(token).get(ME)).body.type;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  describe('an access token', () => {
    it('without a signature is refused, whatever it calls its algorithm', async () => {
      const [, payload = ''] = good.split('.');
      for (const alg of ['none', 'None', 'nOnE', '']) {
        expect(await verdictOf(`${part({ alg, typ: 'JWT' })}.${payload}.`)).toMatch(/AUTH\.(INVALID|MISSING)/);
      }
    });

    it('signed with the published key as if it were a secret is refused', async () => {
      const { keys } = (await identity.client().get('/.well-known/jwks.json')).body;
      const secret = Buffer.from(JSON.stringify(keys[0]));
      const forged = await new SignJWT(decodeJwt(good))
        .setProtectedHeader({ alg: 'HS256', kid: keys[0].kid })
        .sign(secret);

      expect(await verdictOf(forged)).toBe('AUTH.INVALID');
    });

    it('signed with another key is refused, also under the name of ours and with its own key inside', async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      const { kid = '' } = decodeProtectedHeader(good);
      const jwk = await exportJWK(publicKey);
      for (const header of [{ kid }, { kid: 'unknown' }, { kid, jwk }, {}]) {
        const forged = await new SignJWT(decodeJwt(good))
          .setProtectedHeader({ alg: 'ES256', ...header })
          .sign(privateKey);
        expect(await verdictOf(forged)).toBe('AUTH.INVALID');
      }
    });

    it('with one claim changed is refused', async () => {
      const [header, , signature] = good.split('.');

      expect(await verdictOf(`${header}.${part({ ...decodeJwt(good), roles: ['administrator'] })}.${signature}`)).toBe(
        'AUTH.INVALID',
      );
    });

    it.each([
      ['another issuer', { iss: 'somebody' }],
      ['another audience', { aud: 'elsewhere' }],
      ['no expiry', { exp: undefined }],
      ['nobody', { sub: undefined }],
    ])('of %s is refused though the key is ours', async (_, claims) => {
      const { kid, key } = await identity.signer();
      const token = await new SignJWT({ ...decodeJwt(good), ...claims })
        .setProtectedHeader({ alg: 'ES256', kid })
        .sign(key);

      expect(await verdictOf(token)).toBe('AUTH.INVALID');
    });

    it('gives roles that nobody knows no power', async () => {
      const { kid, key } = await identity.signer();
      const token = await new SignJWT({ ...decodeJwt(good), roles: ['emperor', '__proto__'] })
        .setProtectedHeader({ alg: 'ES256', kid })
        .sign(key);

      expect((await identity.client(token).get('/api/v1/operations/identity/audit')).status).toBe(403);
    });
  });

  describe('sessions', () => {
    const listOf = async (token: string) => (await identity.client(token).get(SESSIONS)).body.items;

    beforeEach(() => identity.service.query(`DELETE FROM session`));

    it('are listed for their owner, with where from, the asking one marked', async () => {
      const here = (await identity.logIn('dispatcher')).body;
      await identity.logIn('dispatcher');
      await identity.logIn('auditor');

      const items = await listOf(here.accessToken);

      expect(items).toHaveLength(2);
      expect(items.filter(({ current }: { current: boolean }) => current)).toEqual([
        {
          id: decodeJwt(here.accessToken)['sid'],
          startedAt: expect.any(String),
          usedAt: expect.any(String),
          expiresAt: expect.any(String),
          address: '127.0.0.1',
          agent: 'node',
          current: true,
        },
      ]);
    });

    it('can be ended one by one, by their owner alone', async () => {
      const here = (await identity.logIn('dispatcher')).body;
      const there = (await identity.logIn('dispatcher')).body;
      const id = String(decodeJwt(there.accessToken)['sid']);
      const stranger = (await identity.logIn('auditor')).body;
      const end = (token: string) => identity.client(token).send('DELETE', `${SESSIONS}/${id}`, undefined, {});

      expect((await end(stranger.accessToken)).status).toBe(404);
      expect((await end(here.accessToken)).status).toBe(204);
      expect((await end(here.accessToken)).status).toBe(404);
      expect((await identity.refresh(there.refreshToken)).status).toBe(401);
      expect((await identity.refresh(here.refreshToken)).status).toBe(200);
    });

    it('can all be ended at once', async () => {
      const both = [(await identity.logIn('dispatcher')).body, (await identity.logIn('dispatcher')).body];
      const out = await identity.client(both[0].accessToken).send('DELETE', SESSIONS, undefined, {});

      expect(out.status).toBe(204);
      for (const { refreshToken } of both) expect((await identity.refresh(refreshToken)).status).toBe(401);
    });

    it('that are over are not listed', async () => {
      await identity.logIn('dispatcher');
      clock.advance(13 * 3_600_000);
      const here = (await identity.logIn('dispatcher')).body;

      expect(await listOf(here.accessToken)).toHaveLength(1);
    });
  });

  describe('changing the signing key', () => {
    const rotate = async (roles: Parameters<typeof aPrincipal>[0]['roles']) =>
      (await identity.signedFor(aPrincipal({ roles }))).post('/api/v1/auth/keys/rotate');

    it('is for security administrators', async () => {
      expect((await rotate(['administrator'])).status).toBe(403);
    });

    it('refuses nobody who is signed in, while everybody works', async () => {
      const { refreshToken } = (await identity.logIn('auditor')).body;
      const before = decodeProtectedHeader(good).kid;
      const statuses: number[] = [];
      let working = true;
      const work = (async () => {
        for (let pair = { accessToken: good, refreshToken }; working;) {
          statuses.push((await identity.client(pair.accessToken).get(ME)).status);
          const next = await identity.refresh(pair.refreshToken);
          statuses.push(next.status);
          pair = next.body;
        }
      })();

      const { keyId } = (await rotate(['security_administrator'])).body;
      // A verifier asks for unknown keys every five seconds at most; a key is public for five minutes before it signs.
      await delay(5_500);
      clock.advance(6 * 60_000);
      await delay(500);
      const after = (await identity.logIn('auditor')).body.accessToken;
      expect((await identity.client(good).get(ME)).status).toBe(200);
      working = false;
      await work;

      expect(keyId).not.toBe(before);
      expect(decodeProtectedHeader(after).kid).toBe(keyId);
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect(statuses.length).toBeGreaterThan(20);
    }, 30_000);
  });
});
