import { FixedClock } from '@nqi/kernel';
import { AnIdentity } from './an-identity.js';
import { codeOf } from './authenticator.js';

const NOW = '2026-11-24T02:00:00Z';
const PASSWORD = 'Jiliang-2026';
const ADA = 'ada-of-WS-370402';

describe('passwords and second factors', () => {
  const clock = new FixedClock(NOW);
  let identity: AnIdentity;

  beforeAll(async () => {
    identity = await AnIdentity.start({ clock });
  });

  afterAll(() => identity.stop());

  beforeEach(async () => {
    clock.set(NOW);
    await identity.service.query(`DELETE FROM login_throttle`);
    await identity.service.query(`DELETE FROM recovery_code`);
    await identity.service.query(`DELETE FROM password_link`);
    await identity.service.query(
      `DELETE FROM session WHERE user_id IN (SELECT id FROM user_account WHERE username = $1)`,
      [ADA],
    );
    await identity.service.query(`DELETE FROM user_account WHERE username = $1`, [ADA]);
    // A person of the staff, not of the demonstration.
    await identity.service.query(
      `INSERT INTO user_account (id, username, display_name, roles, organization_id, password_hash, changed_at)
       SELECT gen_random_uuid(), $1, 'Ada', '{clerk}', 'WS-370402', password_hash, now()
       FROM user_account WHERE username = 'auditor'`,
      [ADA],
    );
  });

  const post = (path: string, body: object) => identity.client().post(`/api/v1/auth/${path}`, body);
  const credentials = { username: ADA, password: 'Demonstration-2026' };
  const typeOf = async (answer: Promise<{ body: { type?: string } }>) => (await answer).body.type;

  const codeNow = (secret: string): string => codeOf(secret, clock.now());

  async function bind(): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { secret } = (await post('second-factor', credentials)).body;
    const { recoveryCodes } = (await post('second-factor/confirm', { ...credentials, newCode: codeNow(secret) })).body;
    clock.advance(30_000);
    return { secret, recoveryCodes };
  }

  describe('a second factor', () => {
    it('has to be bound before staff can sign in', async () => {
      expect(await typeOf(post('login', credentials))).toBe('AUTH.SECOND_FACTOR_ENROL');
      await bind();
      expect(await typeOf(post('login', credentials))).toBe('AUTH.SECOND_FACTOR_NEEDED');
    });

    it('lets in with the code of now, once', async () => {
      const { secret } = await bind();
      const given = { ...credentials, code: codeNow(secret) };

      expect((await post('login', given)).status).toBe(200);
      expect(await typeOf(post('login', given))).toBe('AUTH.SECOND_FACTOR_WRONG');
    });

    it('lets one of two in that come with the same code at once', async () => {
      const { secret } = await bind();
      const given = { ...credentials, code: codeNow(secret) };
      const both = await Promise.all([post('login', given), post('login', given)]);

      expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
    });

    it('locks the name when codes are guessed, although the password is right', async () => {
      await bind();
      for (let i = 0; i < 5; i += 1) await post('login', { ...credentials, code: `00000${i}` });

      expect(await typeOf(post('login', { ...credentials, code: '123456' }))).toBe('AUTH.LOCKED');
    });

    it('can be replaced by a recovery code, each good once', async () => {
      const { recoveryCodes } = await bind();
      const given = { ...credentials, code: recoveryCodes[3]?.toUpperCase() };

      expect(new Set(recoveryCodes).size).toBe(10);
      expect((await post('login', given)).status).toBe(200);
      expect(await typeOf(post('login', given))).toBe('AUTH.SECOND_FACTOR_WRONG');
    });

    it('is bound anew only with the old one', async () => {
      const { secret } = await bind();

      expect(await typeOf(post('second-factor', credentials))).toBe('AUTH.SECOND_FACTOR_NEEDED');
      const offered = await post('second-factor', { ...credentials, code: codeNow(secret) });
      const confirmed = await post('second-factor/confirm', { ...credentials, newCode: codeNow(offered.body.secret) });
      expect(confirmed.status).toBe(200);
      clock.advance(30_000);
      expect(await typeOf(post('login', { ...credentials, code: codeNow(secret) }))).toBe('AUTH.SECOND_FACTOR_WRONG');
      expect((await post('login', { ...credentials, code: codeNow(offered.body.secret) })).status).toBe(200);
    });

    it('is not bound by a wrong code, and guessing it locks the name', async () => {
      await post('second-factor', credentials);
      for (let i = 0; i < 5; i += 1) await post('second-factor/confirm', { ...credentials, newCode: `00000${i}` });

      expect(await typeOf(post('second-factor/confirm', { ...credentials, newCode: '123456' }))).toBe('AUTH.LOCKED');
      const [row] = await identity.service.query(`SELECT factor_secret FROM user_account WHERE username = $1`, [ADA]);
      expect(row).toEqual({ factor_secret: null });
    });

    it('is kept sealed', async () => {
      await bind();
      const [row] = await identity.service.query(`SELECT factor_secret FROM user_account WHERE username = $1`, [ADA]);

      expect(row).toEqual({ factor_secret: expect.stringMatching(/^enc:k[0-9a-f]{8}:/) });
    });
  });

  describe('a password', () => {
    const change = (newPassword: string) => post('password', { ...credentials, newPassword });

    it('is changed by the old one, and every session ends', async () => {
      const { secret } = await bind();
      const session = (await post('login', { ...credentials, code: codeNow(secret) })).body;
      clock.advance(30_000);

      const changed = await post('password', { ...credentials, code: codeNow(secret), newPassword: PASSWORD });

      expect(changed.status).toBe(204);
      expect((await identity.refresh(session.refreshToken)).status).toBe(401);
      expect((await post('login', credentials)).status).toBe(401);
    });

    it.each([
      ['known from a leak', 'football1', 'PASSWORD.KNOWN'],
      ['weak', 'abcd1234', 'PASSWORD.TOO_WEAK'],
      ['the old one', 'Demonstration-2026', 'PASSWORD.UNCHANGED'],
    ])('is not changed into one that is %s', async (_, newPassword, code) => {
      const { status, body } = await change(newPassword);

      expect([status, body.type, body.errors?.[0].pointer]).toEqual([422, code, '/newPassword']);
    });

    it('is not changed by a wrong one', async () => {
      expect((await post('password', { ...credentials, password: 'wrong', newPassword: PASSWORD })).status).toBe(401);
    });
  });

  it('puts on record who failed, what was bound and what was changed', async () => {
    await post('login', { ...credentials, password: 'wrong' });
    await bind();
    await identity.logIn('auditor');
    const actions = (
      await identity.service.query<{ action: string }>(
        `SELECT action FROM audit_record WHERE action NOT LIKE 'POST%' ORDER BY seq DESC LIMIT 3`,
      )
    ).map(({ action }) => action);

    expect(actions).toEqual(['session.started', 'second-factor.bound', 'login.failed']);
  });
});
