import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TOPICS } from '@nqi/contracts';
import { institutions, regions } from '@nqi/reference-data';
import { eventually } from '@nqi/test-kit';
import { AnIdentity, DEMO_PASSWORD } from './an-identity.js';

const NODES = regions().filter(({ level }) => level !== 'town').length;
const ORGANIZATIONS = NODES + institutions().length + 300;

describe('seeding a demonstration', () => {
  let identity: AnIdentity;
  let accounts: number;

  beforeAll(async () => {
    identity = await AnIdentity.start();
    accounts = await count('user_account');
  });

  afterAll(() => identity.stop());

  afterEach(() => {
    process.env['DEMO_PASSWORD'] = DEMO_PASSWORD;
  });

  const count = async (table: string): Promise<number> => {
    const [row] = await identity.service.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    return Number(row?.count);
  };
  const hashes = () => identity.service.query(`SELECT DISTINCT password_hash FROM user_account WHERE demonstration`);

  it('knows every organisation of the reference data and told of each once', async () => {
    const organizations = await identity.service.kafka.watch(TOPICS.organization.name);
    const users = await identity.service.kafka.watch(TOPICS.user.name);

    expect(await count('organization')).toBe(ORGANIZATIONS);
    await eventually(() => {
      expect(new Set(organizations.map(({ key }) => key)).size).toBe(ORGANIZATIONS);
      expect(users).toHaveLength(accounts);
    });
    expect(organizations).toHaveLength(ORGANIZATIONS);
    expect(await count('outbox')).toBe(0);
  });

  it('changes nothing, hashes nothing and tells nothing the second time', async () => {
    const everTold = () => identity.service.query('SELECT last_value FROM outbox_sequence_seq');
    const [hashesBefore, toldBefore] = [await hashes(), await everTold()];
    const file = readFileSync(identity.accountsFile, 'utf8');

    await identity.seed();

    expect(await count('organization')).toBe(ORGANIZATIONS);
    expect(await count('user_account')).toBe(accounts);
    expect(await hashes()).toEqual(hashesBefore);
    expect(await everTold()).toEqual(toldBefore);
    expect(readFileSync(identity.accountsFile, 'utf8')).toBe(file);
  });

  it('gives all accounts one hash and writes who they are, without the password', async () => {
    expect(await hashes()).toHaveLength(1);
    const text = readFileSync(identity.accountsFile, 'utf8');
    const listed = JSON.parse(text) as { username: string }[];

    expect(listed).toHaveLength(accounts);
    expect(listed.find(({ username }) => username === 'ent-370471')).toEqual({
      username: 'ent-370471',
      role: 'enterprise_owner',
      organization: expect.stringMatching(/^9137/),
      organizationName: expect.any(String),
      regionCode: '370471',
    });
    expect(listed.find(({ username }) => username === 'technician-ORG005')).toMatchObject({
      organization: 'ORG005',
      domains: ['metrology'],
    });
    expect(text).not.toContain(DEMO_PASSWORD);
    expect(readdirSync(dirname(identity.accountsFile)).filter((name) => name.startsWith('accounts'))).toEqual([
      'accounts.json',
    ]);
    expect(statSync(identity.accountsFile).size).toBeGreaterThan(1_000);
  });

  it('takes over a new common password, ends the sessions of the old one and leaves other users alone', async () => {
    const session = (await identity.logIn('dispatcher')).body;
    await identity.service.query(`
      INSERT INTO user_account SELECT gen_random_uuid(), 'real-person', 'x', '{clerk}', 'WS-370481', 'hash', true, false, now()`);
    process.env['DEMO_PASSWORD'] = 'Another-Word-2027';
    await identity.seed();

    expect((await identity.logIn('dispatcher')).status).toBe(401);
    expect((await identity.logIn('dispatcher', 'Another-Word-2027')).status).toBe(200);
    expect((await identity.refresh(session.refreshToken)).status).toBe(401);
    const [other] = await identity.service.query(
      `SELECT password_hash FROM user_account WHERE username = 'real-person'`,
    );
    expect(other).toEqual({ password_hash: 'hash' });

    process.env['DEMO_PASSWORD'] = DEMO_PASSWORD;
    await identity.seed();
    await identity.service.query(`DELETE FROM user_account WHERE username = 'real-person'`);
  });

  it('adds an account that is missing, with the password of the others', async () => {
    await identity.service.query(`DELETE FROM user_account WHERE username = 'reviewer-ORG036'`);
    await identity.seed();

    expect((await identity.logIn('reviewer-ORG036')).status).toBe(200);
    expect(await hashes()).toHaveLength(1);
  });

  it('does not start without a password', async () => {
    process.env['DEMO_PASSWORD'] = '';

    await expect(identity.seed()).rejects.toThrow('DEMO_PASSWORD is not set');
  });

  it('switches the accounts off when the same database is used in production, and on again', async () => {
    const users = await identity.service.kafka.watch(TOPICS.user.name);
    const session = (await identity.logIn('auditor')).body;
    await identity.seed('production');

    expect((await identity.logIn('auditor')).status).toBe(401);
    expect((await identity.refresh(session.refreshToken)).status).toBe(401);
    expect(JSON.parse(readFileSync(identity.accountsFile, 'utf8'))).toEqual([]);
    await eventually(() => {
      const off = users.filter(({ content }) => !content.active);
      expect(off).toHaveLength(accounts);
    });

    await identity.seed();
    await identity.service.query('DELETE FROM login_throttle');
    expect((await identity.logIn('auditor')).status).toBe(200);
  });

  it('may happen twice at the same time', async () => {
    await identity.service.query(`DELETE FROM session`);
    await identity.service.query(`DELETE FROM user_account`);
    await identity.service.query(`DELETE FROM organization WHERE kind = 'enterprise'`);

    await Promise.all([identity.seed(), identity.seed()]);

    expect(await count('organization')).toBe(ORGANIZATIONS);
    expect(await count('user_account')).toBe(accounts);
    expect((await identity.logIn('auditor')).status).toBe(200);
  });
});

describe('seeding production', () => {
  let identity: AnIdentity;

  beforeAll(async () => {
    identity = await AnIdentity.start({ mode: 'production' });
  });

  afterAll(() => identity.stop());

  it('makes nodes and institutions, and neither invented enterprises nor any account', async () => {
    const kinds = await identity.service.query(
      `SELECT kind, count(*)::int FROM organization GROUP BY kind ORDER BY kind`,
    );

    expect(kinds).toEqual([
      { kind: 'institution', count: institutions().length },
      { kind: 'node', count: NODES },
    ]);
    expect(await identity.service.query('SELECT * FROM user_account')).toEqual([]);
    expect((await identity.logIn('administrator')).status).toBe(401);
  });

  describe('with a file for the first administrators', () => {
    const PASSWORD = 'Jiliang-2026';
    const file = () => join(dirname(identity.accountsFile), 'bootstrap.json');
    const links = () => JSON.parse(readFileSync(file(), 'utf8')) as { username: string; token: string }[];
    const use = (link: { token: string } | undefined) =>
      identity.client().post('/api/v1/auth/password/link', { token: link?.token, newPassword: PASSWORD });

    beforeAll(() => {
      process.env['BOOTSTRAP_FILE'] = file();
    });

    afterAll(() => {
      delete process.env['BOOTSTRAP_FILE'];
    });

    it('makes three who watch each other, without a password, and links for them alone', async () => {
      await identity.seed('production');

      expect(links().map(({ username }) => username)).toEqual([
        'system-administrator',
        'security-administrator',
        'audit-administrator',
      ]);
      expect(statSync(file()).mode & 0o777).toBe(0o600);
      const rows = await identity.service.query(`SELECT roles, demonstration FROM user_account ORDER BY username`);
      expect(rows).toEqual(
        ['audit_administrator', 'security_administrator', 'system_administrator'].map((role) => ({
          roles: [role],
          demonstration: false,
        })),
      );
    });

    it('makes new links while nobody has signed in, and nothing afterwards', async () => {
      const [first] = links();
      await identity.seed('production');
      const [second] = links();

      expect((await use(first)).status).toBe(403);
      expect((await use(second)).status).toBe(200);
      expect((await identity.logIn('system-administrator', PASSWORD)).body.type).toBe('AUTH.SECOND_FACTOR_ENROL');
      await identity.service.query(`
        INSERT INTO session (id, user_id, started_at, expires_at)
        SELECT gen_random_uuid(), id, now(), now() FROM user_account WHERE username = 'system-administrator'`);
      const before = readFileSync(file(), 'utf8');
      await identity.seed('production');
      expect(readFileSync(file(), 'utf8')).toBe(before);
    });
  });
});
