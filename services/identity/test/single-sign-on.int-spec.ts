import { FixedClock } from '@nqi/kernel';
import { SignJWT, generateKeyPair } from 'jose';
import { AnIdentity } from './an-identity.js';
import { AnOpenIdProvider, type Person } from './an-open-id-provider.js';
import { codeOf } from './authenticator.js';

const NOW = '2026-11-24T02:00:00Z';
const SSO = '/api/v1/auth/single-sign-on';
const LINKS = '/api/v1/auth/external-identities';

describe('single sign-on', () => {
  const clock = new FixedClock(NOW);
  let identity: AnIdentity;
  let provider: AnOpenIdProvider;

  beforeAll(async () => {
    provider = await AnOpenIdProvider.start();
    process.env['OIDC_PROVIDERS_FILE'] = provider.writeProviders();
    identity = await AnIdentity.start({ clock });
  });

  afterAll(async () => {
    delete process.env['OIDC_PROVIDERS_FILE'];
    await identity.stop();
    await provider.stop();
  });

  beforeEach(async () => {
    provider.lie = undefined;
    await identity.service.query(`DELETE FROM external_identity`);
  });

  const begin = async () => (await identity.client().post(`${SSO}/begin`, { provider: 'city' })).body;
  const complete = (answer: object) => identity.client().post(`${SSO}/complete`, answer);

  /** To the provider and back, as the portal does it. */
  async function signOn(person: Person) {
    provider.person = person;
    const { authorizationUrl, proof } = await begin();
    return complete({ proof, ...(await provider.visit(authorizationUrl)) });
  }

  async function link(username: string, person: Person) {
    provider.person = person;
    const caller = await identity.as(username);
    const { authorizationUrl, proof } = (await caller.post(`${LINKS}/begin`, { provider: 'city' })).body;
    return caller.post(`${LINKS}/complete`, { proof, ...(await provider.visit(authorizationUrl)) });
  }

  const recorded = async (action: string) =>
    (await (await identity.as('auditor')).get(`/api/v1/operations/identity/audit?action=${action}`)).body.items;

  it('says by whom one may sign in, and nothing secret of them', async () => {
    const { body } = await identity.client().get(`${SSO}/providers`);

    expect(body.items[0]).toEqual({
      id: 'city',
      label: { zh: '枣庄市统一身份认证', en: 'City sign-on' },
      registers: true,
    });
  });

  describe('an account linked by its owner', () => {
    it('is signed in to with its own roles and the same tokens as by password', async () => {
      expect((await link('clerk-WS-370403', { sub: 'c-1' })).status).toBe(204);
      const { status, body } = await signOn({ sub: 'c-1', roles: ['administrator'] });
      const me = await identity.client(body.tokens.accessToken).get('/api/v1/auth/me');
      const next = await identity.refresh(body.tokens.refreshToken);

      expect(status).toBe(200);
      expect(body.outcome).toBe('SIGNED_IN');
      expect(me.body).toMatchObject({ username: 'clerk-WS-370403', roles: ['clerk'] });
      expect(next.status).toBe(200);
      expect((await identity.refresh(body.tokens.refreshToken)).status).toBe(401);
      expect(await recorded('session.started')).toContainEqual(
        expect.objectContaining({ details: { provider: 'city' } }),
      );
    });

    it('is not signed in to any more once its owner has taken the link away', async () => {
      await link('clerk-WS-370404', { sub: 'c-2' });
      const owner = await identity.as('clerk-WS-370404');
      const [kept] = (await owner.get(LINKS)).body.items;
      const other = await identity.as('clerk-WS-370403');

      expect((await other.send('DELETE', `${LINKS}/${kept.id}`, undefined, {})).status).toBe(404);
      expect((await owner.send('DELETE', `${LINKS}/${kept.id}`, undefined, {})).status).toBe(204);
      expect((await signOn({ sub: 'c-2' })).body.type).toBe('SSO.NOT_LINKED');
    });

    it('stays with the first of two accounts that claim the same identity', async () => {
      await link('clerk-WS-370403', { sub: 'c-3' });

      expect((await link('clerk-WS-370404', { sub: 'c-3' })).body.type).toBe('SSO.LINKED_ELSEWHERE');
      expect((await link('clerk-WS-370403', { sub: 'c-3' })).status).toBe(204);
      expect((await link('clerk-WS-370403', { sub: 'c-4' })).body.type).toBe('SSO.LINKED_ELSEWHERE');
    });

    it('is of no use while it is switched off', async () => {
      await link('clerk-WS-370402', { sub: 'c-5' });
      const switchTo = (active: boolean) =>
        identity.service.query(`UPDATE user_account SET active = $1 WHERE username = 'clerk-WS-370402'`, [active]);
      await switchTo(false);

      expect((await signOn({ sub: 'c-5' })).body.type).toBe('SSO.ACCOUNT_OFF');
      await switchTo(true);
    });
  });

  describe('an account that nobody has linked', () => {
    it('is never made for somebody whom only the provider knows', async () => {
      const [before] = await identity.service.query(`SELECT count(*) FROM user_account`);

      expect((await signOn({ sub: 'stranger' })).body.type).toBe('SSO.NOT_LINKED');
      expect(await identity.service.query(`SELECT count(*) FROM user_account`)).toEqual([before]);
    });

    it('is found by a user name that the provider has checked, and is linked from then on', async () => {
      const claims = { preferred_username: 'lead-WS-370403', username_verified: true };

      expect((await signOn({ sub: 'l-1', ...claims, username_verified: false })).body.type).toBe('SSO.NOT_LINKED');
      expect((await signOn({ sub: 'l-1', ...claims })).body.outcome).toBe('SIGNED_IN');
      expect((await signOn({ sub: 'l-1' })).body.outcome).toBe('SIGNED_IN');
      expect((await signOn({ sub: 'l-2', ...claims })).body.type).toBe('SSO.LINKED_ELSEWHERE');
    });
  });

  describe('an account with an authenticator app', () => {
    const CLERK = 'clerk-WS-370405';
    let secret: string;

    beforeAll(async () => {
      const credentials = { username: CLERK, password: 'Demonstration-2026' };
      await link(CLERK, { sub: 'f-1' });
      secret = (await identity.client().post('/api/v1/auth/second-factor', credentials)).body.secret;
      const newCode = codeOf(secret, clock.now());
      await identity.client().post('/api/v1/auth/second-factor/confirm', { ...credentials, newCode });
    });

    beforeEach(async () => {
      clock.advance(30_000);
      await identity.service.query(`DELETE FROM login_throttle`);
      const { id } =
        (await identity.service.query(`SELECT id FROM user_account WHERE username = $1`, [CLERK]))[0] ?? {};
      await identity.service.query(
        `INSERT INTO external_identity VALUES (gen_random_uuid(), $1, 'f-1', $2, 'city', 'owner', now())`,
        [provider.issuer, id],
      );
    });

    it('wants its code, right and once, when the provider asked for a password alone', async () => {
      const { body } = await signOn({ sub: 'f-1', amr: ['pwd'] });
      const show = (code: string) => identity.client().post(`${SSO}/code`, { ticket: body.ticket, code });

      expect(body.outcome).toBe('CODE_NEEDED');
      expect((await show('000000')).body.type).toBe('AUTH.SECOND_FACTOR_WRONG');
      expect((await show(codeOf(secret, clock.now()))).body.accessToken).toBeDefined();
      clock.advance(30_000);
      expect((await show(codeOf(secret, clock.now()))).body.type).toBe('SSO.TICKET_VOID');
    });

    it('locks when codes are guessed', async () => {
      const { body } = await signOn({ sub: 'f-1' });
      const guess = () => identity.client().post(`${SSO}/code`, { ticket: body.ticket, code: '000000' });
      for (let guesses = 0; guesses < 5; guesses += 1) await guess();

      expect((await guess()).body.type).toBe('AUTH.LOCKED');
    });

    it.each([{ acr: 'urn:mfa' }, { amr: ['pwd', 'otp'] }])('is content when the provider says %j', async (said) => {
      expect((await signOn({ sub: 'f-1', ...said })).body.outcome).toBe('SIGNED_IN');
    });

    it('believes nobody who only says so beside the signed token', async () => {
      provider.person = { sub: 'f-1' };
      const claims = { acr: 'urn:mfa', amr: ['otp'] };

      expect((await signOn({ sub: 'f-1', more: claims })).body.outcome).toBe('CODE_NEEDED');
    });
  });

  describe('an enterprise', () => {
    const says = { uscc: '91370481MA3ABCD159', org_name: '滕州机床厂' };
    const rest = {
      regionCode: '370481',
      contactName: '李工',
      contactPhone: '0632-5510000',
      username: 'li-of-machines',
    };
    const register = (ticket: string, more = {}) =>
      identity.client().post(`${SSO}/register`, { ticket, ...rest, ...more });

    it('registers by what the provider says of it, and its owner has no other way in', async () => {
      const { body } = await signOn({ sub: 'e-1', ...says });
      const asked = await register(body.ticket, { contactPhone: '12' });
      const registered = await register(body.ticket);
      const owner = identity.client(registered.body.accessToken);
      const [kept] = (await owner.get(LINKS)).body.items;

      expect(body).toMatchObject({ outcome: 'REGISTRATION', enterprise: { uscc: says.uscc, name: says.org_name } });
      expect(asked.body.type).toBe('PHONE.INVALID');
      expect((await owner.get('/api/v1/auth/me')).body).toMatchObject({
        organizationId: says.uscc,
        organizationName: says.org_name,
        roles: ['enterprise_owner'],
      });
      expect((await register(body.ticket)).body.type).toBe('SSO.TICKET_VOID');
      expect((await owner.send('DELETE', `${LINKS}/${kept.id}`, undefined, {})).body.type).toBe('SSO.LAST_WAY_IN');
      expect((await signOn({ sub: 'e-1' })).body.outcome).toBe('SIGNED_IN');
      // Somebody else of the same enterprise is not let in by its code.
      expect((await signOn({ sub: 'e-2', ...says })).body.type).toBe('SSO.NOT_LINKED');
    });

    it('is held to the check character, whoever says its code', async () => {
      const { body } = await signOn({ sub: 'e-3', ...says, uscc: '91370481MA3ABCD150' });

      expect((await register(body.ticket, { username: 'li-of-nothing' })).body.type).toBe('USCC.FAIL_CHECK');
    });
  });

  describe('an answer', () => {
    const forge = async (change: (answer: { proof: string; state: string; iss?: string; code?: string }) => object) => {
      provider.person = { sub: 'c-1' };
      const { authorizationUrl, proof } = await begin();
      return complete(change({ proof, ...(await provider.visit(authorizationUrl)) }));
    };

    it('is good once', async () => {
      await link('clerk-WS-370403', { sub: 'c-1' });
      const { authorizationUrl, proof } = await begin();
      const answer = { proof, ...(await provider.visit(authorizationUrl)) };

      expect((await complete(answer)).status).toBe(200);
      expect((await complete(answer)).body.type).toBe('SSO.STATE_VOID');
      expect(await recorded('sign-on.refused')).toContainEqual(
        expect.objectContaining({ details: expect.objectContaining({ what: 'SSO.STATE_VOID' }) }),
      );
    });

    it.each([
      ['a state of nobody', (answer: object) => ({ ...answer, state: 'x' }), 'SSO.STATE_VOID'],
      ['another browser’s proof', (answer: object) => ({ ...answer, proof: 'x' }), 'SSO.STATE_VOID'],
      ['another issuer', (answer: object) => ({ ...answer, iss: 'https://evil.example.org' }), 'SSO.ANSWER_FALSE'],
      ['a code that the provider does not know', (answer: object) => ({ ...answer, code: 'x' }), 'SSO.CODE_VOID'],
    ])('with %s is refused', async (_, change, type) => {
      expect((await forge(change)).body.type).toBe(type);
    });

    it('that took longer than ten minutes is refused', async () => {
      const { authorizationUrl, proof } = await begin();
      const answer = await provider.visit(authorizationUrl);
      clock.advance(11 * 60_000);

      expect((await complete({ proof, ...answer })).body.type).toBe('SSO.STATE_VOID');
    });

    it('with another nonce is refused', async () => {
      const { authorizationUrl, proof } = await begin();
      const other = new URL(authorizationUrl);
      other.searchParams.set('nonce', 'of-another-attempt');

      expect((await complete({ proof, ...(await provider.visit(other.href)) })).body.type).toBe('SSO.ANSWER_FALSE');
    });

    it('with the code of another attempt is refused', async () => {
      const stolen = await provider.visit((await begin()).authorizationUrl);
      const { authorizationUrl, proof } = await begin();
      const { state } = await provider.visit(authorizationUrl);

      expect((await complete({ ...stolen, proof, state })).body.type).toBe('SSO.CODE_VOID');
    });

    it('begun to link an account does not sign anybody in, nor links another account', async () => {
      provider.person = { sub: 'c-9' };
      const caller = await identity.as('clerk-WS-370403');
      const begun = async () => (await caller.post(`${LINKS}/begin`, { provider: 'city' })).body;
      const first = await begun();
      const second = await begun();
      const other = await identity.as('clerk-WS-370404');

      const answer = { proof: first.proof, ...(await provider.visit(first.authorizationUrl)) };
      expect((await complete(answer)).body.type).toBe('SSO.STATE_VOID');
      const again = { proof: second.proof, ...(await provider.visit(second.authorizationUrl)) };
      expect((await other.post(`${LINKS}/complete`, again)).body.type).toBe('SSO.STATE_VOID');
    });

    it('is told from a refusal of the person', async () => {
      expect((await signOn({ sub: 'c-1', refuses: true })).body).toMatchObject({
        type: 'SSO.DECLINED',
        details: { error: 'access_denied' },
      });
    });
  });

  describe('a provider', () => {
    it('that cannot be reached is told from one that says no', async () => {
      const answer = await identity.client().post(`${SSO}/begin`, { provider: 'away' });

      expect(answer.status).toBe(503);
      expect(answer.body.type).toBe('SSO.PROVIDER_AWAY');
      expect((await identity.client().post(`${SSO}/begin`, { provider: 'x' })).body.type).toBe('SSO.UNKNOWN_PROVIDER');
    });

    it('that breaks while the code is exchanged is away as well', async () => {
      provider.lie = async (response) =>
        void response.writeHead(502, { 'content-type': 'text/html' }).end('<p>502</p>');

      expect((await signOn({ sub: 'c-1' })).body.type).toBe('SSO.PROVIDER_AWAY');
    });

    it.each([
      ['signs with a key that it does not publish', {}],
      ['says another issuer', { iss: 'https://evil.example.org' }],
      ['speaks to another client', { aud: 'another' }],
    ])('that %s is not believed', async (_, change) => {
      provider.person = { sub: 'c-1' };
      const { authorizationUrl, proof } = await begin();
      const nonce = new URL(authorizationUrl).searchParams.get('nonce');
      const { privateKey } = await generateKeyPair('RS256');
      provider.lie = async (response) => {
        const claims = { iss: provider.issuer, aud: 'nqi', sub: 'c-1', nonce, ...change };
        const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).setIssuedAt().setExpirationTime('5m');
        const body = { access_token: 'x', token_type: 'Bearer', id_token: await token.sign(privateKey) };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };

      expect((await complete({ proof, ...(await provider.visit(authorizationUrl)) })).body.type).toBe(
        'SSO.ANSWER_FALSE',
      );
    });
  });
});
