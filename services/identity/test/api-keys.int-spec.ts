import { FixedClock } from '@nqi/kernel';
import type { HttpClient } from '@nqi/test-kit';
import { decodeJwt } from 'jose';
import { AnIdentity } from './an-identity.js';

const NOW = '2026-11-24T02:00:00Z';
const DAY = 24 * 3_600_000;
const KEYS = '/api/v1/api-keys';

describe("keys of an enterprise's own systems", () => {
  const clock = new FixedClock(NOW);
  let identity: AnIdentity;
  let owner: HttpClient;

  beforeAll(async () => {
    identity = await AnIdentity.start({ clock });
  });
  afterAll(() => identity?.stop());
  beforeEach(async () => {
    clock.set(NOW);
    owner = await identity.as('ent-370481');
  });

  const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY).toISOString();
  const make = (changes = {}, headers = {}) =>
    owner.post(KEYS, { name: 'ERP', scopes: ['read'], expiresAt: inDays(30), ...changes }, headers);
  const exchange = (key: string) => identity.client().post('/api/v1/auth/key', { key });
  const found = async (id: string) => (await owner.get(KEYS)).body.items.find((key: { id: string }) => key.id === id);

  it('are exchanged for a short token of the enterprise that is good for their scopes alone', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(await found(body.id)).toMatchObject({ name: 'ERP', state: 'active', lastUsedAt: null });

    const token = await exchange(body.key);

    expect(token.status).toBe(200);
    expect(token.body.expiresIn).toBe(900);
    const me = (await owner.get('/api/v1/auth/me')).body;
    expect(decodeJwt(token.body.accessToken)).toMatchObject({
      org: me.organizationId,
      acts: { id: body.id, permissions: ['request.read', 'progress.read', 'job.read'] },
    });
    expect(await found(body.id)).toMatchObject({ lastUsedAt: clock.now().toISOString() });
    const system = identity.client(token.body.accessToken);
    for (const path of [KEYS, '/api/v1/auth/me', '/api/v1/auth/invitations'])
      expect((await system.get(path)).status).toBe(403);
    expect((await system.post(KEYS, {})).status).toBe(403);
  });

  it('are told once, kept as hashes, and audited', async () => {
    const key = { 'idempotency-key': 'key-1' };
    const expiresAt = inDays(10);
    const first = await make({ expiresAt }, key);
    const again = await make({ expiresAt }, key);
    expect(again.body).toEqual({ id: first.body.id });
    await exchange(first.body.key);

    const { service } = identity;
    const stored = await service.query('SELECT k::text, i.reply::text FROM api_key k, idempotency_key i');
    expect(JSON.stringify(stored)).not.toContain(first.body.key);
    const trail = JSON.stringify(await service.query('SELECT * FROM audit_record'));
    for (const action of ['api-key.made', 'api-key.used']) expect(trail).toContain(action);
    expect(trail).not.toContain(first.body.key);
  });

  it('end when they expire, and a token never outlives its key', async () => {
    const { body } = await make({ expiresAt: new Date(clock.now().getTime() + 60_000).toISOString() });
    expect((await exchange(body.key)).body.expiresIn).toBe(60);
    clock.advance(60_000);
    expect((await exchange(body.key)).status).toBe(401);
    expect(await found(body.id)).toMatchObject({ state: 'expired' });
  });

  it('end when the owner revokes them, which nobody else can', async () => {
    const { body } = await make();
    const other = await identity.as('ent-370402');
    expect((await other.post(`${KEYS}/${body.id}/revoke`)).status).toBe(404);
    expect((await owner.post(`${KEYS}/${body.id}/revoke`)).status).toBe(204);
    expect((await owner.post(`${KEYS}/${body.id}/revoke`)).status).toBe(404);
    expect((await exchange(body.key)).status).toBe(401);
    expect((await exchange('nqi_key_guessed')).status).toBe(401);
  });

  it('are made only with scopes that exist, within a year, by owners', async () => {
    for (const wrong of [{ scopes: ['admin'] }, { expiresAt: inDays(400) }, { expiresAt: inDays(-1) }])
      expect((await make(wrong)).status).toBe(422);
    const clerk = await identity.as('clerk-WS-370481');
    expect((await clerk.get(KEYS)).status).toBe(403);
  });
});
