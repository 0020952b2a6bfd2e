import { FixedClock } from '@nqi/kernel';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { AnIdentity } from './an-identity.js';

const NOW = '2026-11-24T02:00:00Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('sessions', () => {
  const clock = new FixedClock(NOW);
  let identity: AnIdentity;

  beforeAll(async () => {
    identity = await AnIdentity.start({ clock });
  });

  afterAll(() => identity.stop());

  beforeEach(async () => {
    clock.set(NOW);
    await identity.service.query('DELETE FROM login_throttle');
  });

  describe('signing in', () => {
    it('gives an access token of a quarter of an hour that says who the caller is', async () => {
      const { status, body, headers } = await identity.logIn('clerk-WS-370481901');

      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toEqual({ accessToken: expect.any(String), refreshToken: expect.any(String), expiresIn: 900 });
      const keys = createRemoteJWKSet(new URL(`${identity.service.url}/.well-known/jwks.json`));
      const { payload, protectedHeader } = await jwtVerify(body.accessToken, keys, { currentDate: clock.now() });
      expect(protectedHeader.alg).toBe('ES256');
      expect(payload).toMatchObject({
        iss: 'nqi-identity',
        aud: 'nqi',
        username: 'clerk-WS-370481901',
        roles: ['clerk'],
        org: 'WS-370481901',
        org_kind: 'node',
        node_path: 'PROV-370000/HUB-370400/WS-370481/WS-370481901',
        region: '370481901',
        exp: clock.now().getTime() / 1_000 + 900,
      });
    });

    it('does not mind the case of the user name', async () => {
      expect((await identity.logIn('CLERK-ws-370481')).status).toBe(200);
    });

    it('answers a wrong password and an unknown user alike', async () => {
      const wrong = await identity.logIn('clerk-WS-370481', 'not the password');
      const unknown = await identity.logIn('nobody', 'not the password');

      expect(wrong.status).toBe(401);
      expect({ ...wrong.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
      expect(wrong.body).toMatchObject({ type: 'AUTH.CREDENTIALS', detail: '用户名或密码错误' });
    });

    it('refuses an account that is switched off', async () => {
      await identity.service.query(`UPDATE user_account SET active = false WHERE username = 'auditor'`);

      expect((await identity.logIn('auditor')).body.type).toBe('AUTH.CREDENTIALS');

      await identity.service.query(`UPDATE user_account SET active = true WHERE username = 'auditor'`);
    });

    it.each([
      [{ username: 'auditor' }, '/password'],
      [{ username: 7, password: 'x' }, '/username'],
      [{ username: 'auditor', password: 'x'.repeat(129) }, '/password'],
      [{ username: 'auditor', password: 'x', admin: true }, '/admin'],
    ])('names the field when the body is %j', async (body, pointer) => {
      const answer = await identity.client().post('/api/v1/auth/login', body);

      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toBe(pointer);
    });

    it('lets many sign in with the same right password at once', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => identity.logIn('lead-WS-370402')));

      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    });
  });

  describe('failing again and again', () => {
    const failTimes = async (times: number, username = 'reviewer-testing') => {
      for (let i = 0; i < times; i += 1) await identity.logIn(username, `wrong ${i}`);
    };

    it('locks the name at the fifth failure, for the right password too, until the time is over', async () => {
      await failTimes(5);

      const locked = await identity.logIn('Reviewer-Testing');
      expect(locked.status).toBe(403);
      expect(locked.body).toMatchObject({ type: 'AUTH.LOCKED', details: { retryAfterSeconds: 30 } });

      clock.advance(30_000);
      expect((await identity.logIn('reviewer-testing')).status).toBe(200);
    });

    it('starts from nothing after signing in', async () => {
      await failTimes(4);
      await identity.logIn('reviewer-testing');
      await failTimes(4);

      expect((await identity.logIn('reviewer-testing')).status).toBe(200);
    });

    it('locks names that nobody has in the same way', async () => {
      await failTimes(5, 'nobody');

      expect((await identity.logIn('nobody')).status).toBe(403);
      expect((await identity.logIn('reviewer-testing')).status).toBe(200);
    });

    it('counts guesses that come all at once, and locks the name', async () => {
      const guesses = Array.from({ length: 24 }, (_, i) => identity.logIn('approver-testing', `wrong ${i}`));
      await Promise.all(guesses);

      const [row] = await identity.service.query<{ failures: number }>(
        `SELECT failures FROM login_throttle WHERE username = 'approver-testing'`,
      );
      expect(row?.failures).toBeGreaterThanOrEqual(5);
      expect((await identity.logIn('approver-testing')).status).toBe(403);
    });

    it('forgets names that were tried long ago', async () => {
      await failTimes(1, 'long-ago');
      clock.advance(25 * HOUR);
      await failTimes(1, 'today');

      const rows = await identity.service.query(`SELECT username FROM login_throttle ORDER BY username`);
      expect(rows).toEqual([{ username: 'today' }]);
    });
  });

  describe('the access token', () => {
    it('tells who is calling', async () => {
      const me = await (await identity.as('ent-370481')).get('/api/v1/auth/me');

      expect(me.status).toBe(200);
      expect(me.body).toMatchObject({
        username: 'ent-370481',
        roles: ['enterprise_owner'],
        organizationKind: 'enterprise',
        organizationId: expect.stringMatching(/^9137/),
        organizationName: expect.stringContaining('演示'),
        regionCode: '370481',
        contactName: expect.any(String),
        contactPhone: expect.any(String),
      });
      expect(JSON.stringify(me.body)).not.toContain('argon2');
    });

    it('is refused once it has expired, and when it is missing or not ours', async () => {
      const { body } = await identity.logIn('auditor');
      const answer = async (token?: string) => {
        const me = await identity.client(token).get('/api/v1/auth/me');
        return [me.status, me.body.type];
      };

      clock.advance(15 * MINUTE - 1_000);
      expect((await answer(body.accessToken))[0]).toBe(200);
      clock.advance(1_000);
      expect(await answer(body.accessToken)).toEqual([401, 'AUTH.EXPIRED']);
      expect(await answer()).toEqual([401, 'AUTH.MISSING']);
      expect(await answer(`${body.accessToken.slice(0, -6)}AAAAAA`)).toEqual([401, 'AUTH.INVALID']);
    });

    it('is of no use here when the account was switched off meanwhile', async () => {
      const province = await identity.as('province');
      await identity.service.query(`UPDATE user_account SET active = false WHERE username = 'province'`);

      expect((await province.get('/api/v1/auth/me')).status).toBe(401);

      await identity.service.query(`UPDATE user_account SET active = true WHERE username = 'province'`);
    });
  });

  describe('refreshing', () => {
    it('gives a new pair each time', async () => {
      const first = (await identity.logIn('dispatcher')).body;
      clock.advance(20 * MINUTE);
      const second = await identity.refresh(first.refreshToken);
      const third = await identity.refresh(second.body.refreshToken);

      expect([second.status, third.status]).toEqual([200, 200]);
      expect(new Set([first, second.body, third.body].map(({ refreshToken }) => refreshToken)).size).toBe(3);
      expect((await identity.client(third.body.accessToken).get('/api/v1/auth/me')).status).toBe(200);
    });

    it('ends the whole session when a token comes twice', async () => {
      const first = (await identity.logIn('dispatcher')).body;
      const second = (await identity.refresh(first.refreshToken)).body;

      const again = await identity.refresh(first.refreshToken);
      const heir = await identity.refresh(second.refreshToken);

      expect([again.status, again.body.type]).toEqual([401, 'AUTH.REFRESH']);
      expect([heir.status, heir.body.type]).toEqual([401, 'AUTH.REFRESH']);
    });

    it('lets one of two pass that come at the same instant, and ends the session', async () => {
      const { refreshToken } = (await identity.logIn('dispatcher')).body;
      const both = await Promise.all([identity.refresh(refreshToken), identity.refresh(refreshToken)]);

      expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
      const winner = both.find(({ status }) => status === 200);
      expect((await identity.refresh(winner?.body.refreshToken)).status).toBe(401);
    });

    it('leaves the user’s other sessions alone', async () => {
      const here = (await identity.logIn('dispatcher')).body;
      const there = (await identity.logIn('dispatcher')).body;
      await identity.refresh(here.refreshToken);
      await identity.refresh(here.refreshToken);

      expect((await identity.refresh(there.refreshToken)).status).toBe(200);
    });

    it('is over after twelve idle hours and after a week', async () => {
      const idle = (await identity.logIn('dispatcher')).body;
      clock.advance(12 * HOUR);
      expect((await identity.refresh(idle.refreshToken)).status).toBe(401);

      let busy = (await identity.logIn('dispatcher')).body;
      for (let hours = 0; hours < 7 * 24 - 10; hours += 10) {
        clock.advance(10 * HOUR);
        const next = await identity.refresh(busy.refreshToken);
        expect(next.status).toBe(200);
        busy = next.body;
      }
      clock.advance(10 * HOUR);
      expect((await identity.refresh(busy.refreshToken)).status).toBe(401);
    });

    it('keeps no token in the database, only what it can recognise one by', async () => {
      const { refreshToken } = (await identity.logIn('dispatcher')).body;
      const rows = await identity.service.query<{ dump: string }>(
        `SELECT string_agg(t::text, '') AS dump FROM refresh_token t`,
      );

      expect(rows[0]?.dump).not.toContain(refreshToken);
      expect((await identity.refresh('never issued')).body.type).toBe('AUTH.REFRESH');
    });
  });

  describe('signing out', () => {
    it('ends the session of the refresh token', async () => {
      const { accessToken, refreshToken } = (await identity.logIn('administrator')).body;
      const other = (await identity.logIn('administrator')).body;

      const out = await identity.client(accessToken).post('/api/v1/auth/logout', { refreshToken });
      const again = await identity.client(accessToken).post('/api/v1/auth/logout', { refreshToken });

      expect([out.status, again.status]).toEqual([204, 204]);
      expect((await identity.refresh(refreshToken)).status).toBe(401);
      expect((await identity.refresh(other.refreshToken)).status).toBe(200);
    });

    it('without one ends all of the caller’s', async () => {
      const { accessToken, refreshToken } = (await identity.logIn('administrator')).body;

      const out = await identity.client(accessToken).send('POST', '/api/v1/auth/logout', undefined, {});

      expect(out.status).toBe(204);
      expect((await identity.refresh(refreshToken)).status).toBe(401);
    });

    it('cannot end somebody else’s', async () => {
      const mine = (await identity.logIn('administrator')).body;
      const theirs = (await identity.logIn('dispatcher')).body;
      await identity.client(mine.accessToken).post('/api/v1/auth/logout', { refreshToken: theirs.refreshToken });

      expect((await identity.refresh(theirs.refreshToken)).status).toBe(200);
      expect((await identity.client().post('/api/v1/auth/logout')).status).toBe(401);
    });
  });

  it('publishes its keys to anybody, and the public part alone', async () => {
    const { status, body, headers } = await identity.client().get('/.well-known/jwks.json');

    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(body.keys).toHaveLength(1);
    expect(body.keys[0]).not.toHaveProperty('d');
  });
});
