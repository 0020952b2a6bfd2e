import { FixedClock } from '@nqi/kernel';
import type { HttpClient } from '@nqi/test-kit';
import { AnIdentity } from './an-identity.js';

const NOW = '2026-11-24T02:00:00Z';
const DAY = 24 * 3_600_000;
const PASSWORD = 'Jiliang-2026';
const INVITATIONS = '/api/v1/auth/invitations';
const DELEGATIONS = '/api/v1/delegations';

describe('people of enterprises', () => {
  const clock = new FixedClock(NOW);
  let identity: AnIdentity;
  let owner: HttpClient;
  let agent: HttpClient;
  let ownerUscc: string;
  let agentUscc: string;

  beforeAll(async () => {
    identity = await AnIdentity.start({ clock });
  });

  afterAll(() => identity.stop());

  beforeEach(async () => {
    clock.set(NOW);
    owner = await identity.as('ent-370481');
    agent = await identity.as('ent-370402');
    ownerUscc = (await owner.get('/api/v1/auth/me')).body.organizationId;
    agentUscc = (await agent.get('/api/v1/auth/me')).body.organizationId;
  });

  const accept = (token: string, username: string, password = PASSWORD) =>
    identity.client().post(`${INVITATIONS}/accept`, { token, username, displayName: '李四', password });

  describe('an invitation', () => {
    const invite = async (role = 'enterprise_member') => (await owner.post(INVITATIONS, { role, note: '采购部' })).body;

    it('makes one member, under a name of their own', async () => {
      const { token } = await invite();

      expect((await accept(token, 'li-si', 'abcd1234')).body.type).toBe('PASSWORD.TOO_WEAK');
      expect((await accept(token, 'clerk-370481')).body.type).toBe('ACCOUNT.USERNAME_RESERVED');
      expect((await accept(token, 'auditor2')).status).toBe(201);
      expect((await accept(token, 'li-si-2')).body.type).toBe('INVITATION.VOID');
      const member = await identity.logIn('auditor2', PASSWORD);
      const me = (await identity.client(member.body.accessToken).get('/api/v1/auth/me')).body;
      expect(me).toMatchObject({ organizationId: ownerUscc, roles: ['enterprise_member'] });
      expect(
        (await identity.client(member.body.accessToken).post(INVITATIONS, { role: 'enterprise_member' })).status,
      ).toBe(403);
    });

    it('is taken by one of two who come at once', async () => {
      const { token } = await invite();
      const both = await Promise.all([accept(token, 'twin-a'), accept(token, 'twin-b')]);

      expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
    });

    it('is void when it is a week old or withdrawn', async () => {
      const [late, gone] = [await invite(), await invite()];
      expect((await owner.get(INVITATIONS)).body.items.map(({ id }: { id: string }) => id)).toContain(gone.id);
      expect((await agent.send('DELETE', `${INVITATIONS}/${gone.id}`, undefined, {})).status).toBe(404);
      expect((await owner.send('DELETE', `${INVITATIONS}/${gone.id}`, undefined, {})).status).toBe(204);
      expect((await accept(gone.token, 'gone-1')).status).toBe(403);
      clock.advance(7 * DAY);
      expect((await accept(late.token, 'late-1')).status).toBe(403);
    });

    it('gives no role of the staff', async () => {
      expect((await owner.post(INVITATIONS, { role: 'administrator' })).status).toBe(400);
    });
  });

  describe('a delegation', () => {
    const give = (fields: object = {}, headers: Record<string, string> = {}) =>
      owner.post(
        DELEGATIONS,
        { agentUscc, permissions: ['request.read'], endsAt: '2026-12-31T16:00:00Z', ...fields },
        headers,
      );
    const act = (id: string, who = agent) => who.post(`${DELEGATIONS}/${id}/act`);

    it('lets the agent act in the enterprise’s name, for what was left to it and nothing else', async () => {
      const { id } = (await give()).body;
      const acting = await act(id);
      const caller = identity.client(acting.body.accessToken);

      expect(acting.body).toMatchObject({ expiresIn: 900, enterpriseId: ownerUscc });
      expect((await caller.get(`/api/v1/enterprises/${ownerUscc}`)).status).toBe(200);
      expect((await caller.get(`/api/v1/enterprises/${agentUscc}`)).status).toBe(404);
      // Neither what was not left to it nor what is open to every caller.
      for (const path of ['/api/v1/auth/me', '/api/v1/auth/sessions', DELEGATIONS, INVITATIONS, '/api/v1/accounts'])
        expect((await caller.get(path)).status).toBe(403);
      expect((await caller.post(DELEGATIONS, {})).status).toBe(403);
    });

    it('ends on its day, and no token lives longer', async () => {
      const { id } = (await give({ endsAt: '2026-11-24T02:05:00Z' })).body;
      expect((await act(id)).body.expiresIn).toBe(300);
      clock.advance(5 * 60_000);
      agent = await identity.as('ent-370402');
      expect((await act(id)).body.type).toBe('DELEGATION.OVER');
    });

    it('is taken back by the enterprise alone', async () => {
      const { id } = (await give()).body;

      expect((await agent.post(`${DELEGATIONS}/${id}/revoke`)).status).toBe(404);
      expect((await owner.post(`${DELEGATIONS}/${id}/revoke`)).status).toBe(204);
      expect((await act(id)).body.type).toBe('DELEGATION.OVER');
      const { items } = (await agent.get(DELEGATIONS)).body;
      expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({
        state: 'revoked',
        agentId: agentUscc,
      });
    });

    it('is of no use to a third', async () => {
      const { id } = (await give()).body;

      expect((await act(id, await identity.as('ent-370403'))).status).toBe(404);
      expect((await act(id, owner)).status).toBe(404);
    });

    it.each([
      ['oneself', () => ({ agentUscc: ownerUscc }), 'DELEGATION.TO_SELF'],
      ['nobody', () => ({ agentUscc: '91370481MA3ABCD159' }), 'DELEGATION.UNKNOWN_AGENT'],
      ['inviting', () => ({ permissions: ['invitation.manage'] }), 'DELEGATION.NOT_DELEGABLE'],
      ['the past', () => ({ endsAt: '2026-11-23T00:00:00Z' }), 'DELEGATION.BAD_END'],
      ['ten years', () => ({ endsAt: '2036-11-23T00:00:00Z' }), 'DELEGATION.BAD_END'],
      ['a day that is none', () => ({ endsAt: '2026-13-45T00:00:00Z' }), 'DELEGATION.BAD_END'],
    ])('is refused for %s', async (_, fields, type) => {
      expect((await give(fields())).body.type).toBe(type);
    });

    it('is given once for one key', async () => {
      const headers = { 'idempotency-key': 'once' };

      expect((await give({}, headers)).body.id).toBe((await give({}, headers)).body.id);
    });
  });
});
