import { aPrincipal, staffOf, type HttpClient } from '@nqi/test-kit';
import { AnIdentity } from './an-identity.js';

const HUB = 'PROV-370000/HUB-370400';
const STATION = `${HUB}/WS-370481`;
const ACCOUNTS = '/api/v1/accounts';
const PASSWORD = 'Jiliang-2026';
let sequence = 0;

describe('accounts', () => {
  let identity: AnIdentity;
  let lead: HttpClient;
  let security: HttpClient;

  beforeAll(async () => {
    identity = await AnIdentity.start();
    lead = await identity.signedFor(staffOf(STATION, 'lead'));
    security = await identity.signedFor(staffOf(HUB, 'security_administrator'));
  });

  afterAll(() => identity.stop());

  const aClerk = (fields: object = {}) => {
    sequence += 1;
    return { username: `wang-${sequence}`, displayName: '王五', roles: ['clerk'], ...fields };
  };
  const setPassword = (token: string, newPassword = PASSWORD) =>
    identity.client().post('/api/v1/auth/password/link', { token, newPassword });

  describe('of a workstation', () => {
    it('are made by its lead, without a password; a link sets the first one, once', async () => {
      const made = await lead.post(ACCOUNTS, aClerk());
      const { username, link } = made.body;

      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({
        roles: ['clerk'],
        organizationId: 'WS-370481',
        active: true,
        secondFactor: false,
      });
      expect(made.headers.get('etag')).toBe('"1"');
      expect(made.headers.get('cache-control')).toBe('no-store');
      expect((await setPassword(link.token, 'abcd1234')).body.type).toBe('PASSWORD.TOO_WEAK');
      expect((await setPassword(link.token)).body).toEqual({ username });
      expect((await setPassword(link.token)).body.type).toBe('PASSWORD_LINK.VOID');
      // Staff need an app before they get in.
      expect((await identity.logIn(username, PASSWORD)).body.type).toBe('AUTH.SECOND_FACTOR_ENROL');
    });

    it('are made once for one key, and no link is kept', async () => {
      const body = aClerk();
      const headers = { 'idempotency-key': `k-${body.username}` };
      const [first, again] = [await lead.post(ACCOUNTS, body, headers), await lead.post(ACCOUNTS, body, headers)];

      expect(again.body.id).toBe(first.body.id);
      expect((await setPassword(first.body.link.token)).status).toBe(403);
      expect((await setPassword(again.body.link.token)).status).toBe(200);
      const [dump] = await identity.service.query<{ text: string }>(
        `SELECT (SELECT string_agg(k::text, '') FROM idempotency_key k) || (SELECT string_agg(content, '') FROM audit_record) AS text`,
      );
      expect(dump?.text).not.toContain(again.body.link.token);
    });

    it.each([
      ['another station', { organizationId: 'WS-370402' }, 422, 'ORGANIZATION.NOT_YOURS'],
      ['the hub', { organizationId: 'HUB-370400' }, 422, 'ORGANIZATION.NOT_YOURS'],
      ['its own rank', { roles: ['lead'] }, 403, 'ROLE.NOT_YOURS'],
      ['an administrator', { roles: ['clerk', 'administrator'] }, 403, 'ROLE.NOT_YOURS'],
      ['a name that is taken', { username: 'auditor' }, 409, 'ACCOUNT.USERNAME_TAKEN'],
    ])('are not made by its lead for %s', async (_, fields, status, type) => {
      const answer = await lead.post(ACCOUNTS, aClerk(fields));

      expect([answer.status, answer.body.type]).toEqual([status, type]);
    });

    it('takes no field that is not asked for', async () => {
      for (const field of ['id', 'active', 'passwordHash', 'demonstration', 'version'])
        expect((await lead.post(ACCOUNTS, aClerk({ [field]: true }))).status).toBe(400);
    });

    it('are seen by its lead alone', async () => {
      const { items } = (await lead.get(`${ACCOUNTS}?limit=200`)).body;
      const other = await identity.signedFor(staffOf(`${HUB}/WS-370402`, 'lead'));
      const mine = items.find(({ username }: { username: string }) => username === 'clerk-WS-370481');

      expect(new Set(items.map(({ organizationId }: { organizationId: string }) => organizationId))).toEqual(
        new Set(['WS-370481']),
      );
      expect((await other.get(`${ACCOUNTS}/${mine.id}`)).status).toBe(404);
      expect((await other.post(`${ACCOUNTS}/${mine.id}/suspend`, { reason: 'x' })).status).toBe(404);
      expect((await other.post(`${ACCOUNTS}/${mine.id}/password-link`)).status).toBe(404);
      expect((await (await identity.as('clerk-WS-370481')).get(ACCOUNTS)).status).toBe(403);
    });

    it('that are suspended cannot sign in, lose their sessions, and say why; a link is of no use to them', async () => {
      const [row] = await identity.service.query<{ id: string }>(
        `SELECT id FROM user_account WHERE username = 'clerk-WS-370481'`,
      );
      const url = `${ACCOUNTS}/${row?.id}`;
      const session = (await identity.logIn('clerk-WS-370481')).body;
      const link = (await lead.post(`${url}/password-link`)).body;
      const suspended = await lead.post(`${url}/suspend`, { reason: '离职' }, { 'if-match': '"1"' });

      expect(suspended.body).toMatchObject({ active: false, suspendedReason: '离职', version: 2 });
      expect((await identity.logIn('clerk-WS-370481')).status).toBe(401);
      expect((await identity.refresh(session.refreshToken)).status).toBe(401);
      expect((await setPassword(link.token)).status).toBe(403);
      expect((await lead.post(`${url}/suspend`, { reason: 'again' })).body.type).toBe('ACCOUNT.ILLEGAL_MOVE');
      expect((await lead.post(`${url}/reinstate`, {}, { 'if-match': '"1"' })).status).toBe(412);
      expect((await lead.post(`${url}/reinstate`, {}, { 'if-match': '"2"' })).body).toMatchObject({ active: true });
      expect((await identity.logIn('clerk-WS-370481')).status).toBe(200);
    });
  });

  it('of those who keep a level come from the security administrator, who keeps no others', async () => {
    const leadOf = { ...aClerk(), roles: ['lead'], organizationId: 'WS-370402' };
    const keeper = { ...aClerk(), roles: ['institution_administrator'], organizationId: 'ORG005' };

    expect((await security.post(ACCOUNTS, leadOf)).status).toBe(201);
    expect((await security.post(ACCOUNTS, keeper)).status).toBe(201);
    for (const role of ['clerk', 'auditor', 'audit_administrator', 'security_administrator'])
      expect((await security.post(ACCOUNTS, aClerk({ roles: [role] }))).body.type).toBe('ROLE.NOT_YOURS');
    expect((await security.post(ACCOUNTS, aClerk({ roles: ['lead'], organizationId: 'ORG005' }))).body.type).toBe(
      'ROLE.NOT_OF_ORGANIZATION',
    );
  });

  it('of an institution are kept by its own administrator', async () => {
    const keeper = await identity.signedFor(
      aPrincipal({ roles: ['institution_administrator'], organizationId: 'ORG005', organizationKind: 'institution' }),
    );

    expect((await keeper.post(ACCOUNTS, aClerk({ roles: ['technician', 'reviewer'] }))).body.organizationId).toBe(
      'ORG005',
    );
    expect((await keeper.post(ACCOUNTS, aClerk({ roles: ['technician'], organizationId: 'ORG006' }))).status).toBe(422);
  });

  it('change with who, before and after on record', async () => {
    const { id } = (await lead.post(ACCOUNTS, aClerk())).body;
    await lead.send('PATCH', `${ACCOUNTS}/${id}`, JSON.stringify({ displayName: '赵六' }), {
      'content-type': 'application/json',
    });
    await lead.post(`${ACCOUNTS}/${id}/suspend`, { reason: '调岗' });
    const { items } = (
      await (await identity.as('auditor')).get(`/api/v1/operations/identity/audit?subject=${id}&action=account.`)
    ).body;

    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'account.suspended',
      'account.edited',
      'account.created',
    ]);
    expect(items[0]).toMatchObject({
      actor: { roles: ['lead'], organizationId: 'WS-370481' },
      before: { active: true },
      after: { active: false },
      reason: '调岗',
    });
  });

  it('unbinds a lost app for those it keeps', async () => {
    const { id } = (await lead.post(ACCOUNTS, aClerk())).body;

    expect((await lead.post(`${ACCOUNTS}/${id}/second-factor/unbind`)).status).toBe(204);
    expect((await security.post(`${ACCOUNTS}/${id}/second-factor/unbind`)).status).toBe(403);
  });
});
