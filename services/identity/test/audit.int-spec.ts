import pg from 'pg';
import { ADVISORY_LOCKS } from '@nqi/persistence';
import { verifyTrail } from '@nqi/platform';
import { AnIdentity } from './an-identity.js';

interface Line {
  readonly action: string;
  readonly outcome: string;
  readonly actor?: { readonly username: string };
  readonly address?: string;
  readonly subject?: unknown;
}

const AUDIT = '/api/v1/operations/identity/audit';

describe('the audit trail', () => {
  let identity: AnIdentity;

  beforeAll(async () => {
    identity = await AnIdentity.start();
  });

  afterAll(() => identity.stop());

  const lines = async (query = ''): Promise<Line[]> =>
    (await (await identity.as('auditor')).get(`${AUDIT}?${query}`)).body.items as Line[];

  const verify = async () => {
    const client = new pg.Client({ connectionString: identity.service.settings.databaseUrl });
    await client.connect();
    try {
      return await verifyTrail(client);
    } finally {
      await client.end();
    }
  };

  it('has every changing request with who, from where and what came of it', async () => {
    const { accessToken } = (await identity.logIn('dispatcher')).body;
    await identity.client(accessToken).post('/api/v1/auth/logout', {}, { 'x-forwarded-for': '203.0.113.7' });
    await identity.client().post('/api/v1/auth/logout', {});

    const out = (await lines('action=POST%20/api/v1/auth/logout')).slice(0, 2);

    expect(out).toEqual([
      expect.objectContaining({ outcome: 'denied' }),
      expect.objectContaining({
        outcome: 'success',
        address: '203.0.113.7',
        actor: expect.objectContaining({ username: 'dispatcher', roles: ['dispatcher'] }),
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      }),
    ]);
    expect(out[0]).not.toHaveProperty('actor');
  });

  it('is written while events wait for Kafka', async () => {
    const { accessToken } = (await identity.logIn('dispatcher')).body;
    const relay = new pg.Client({ connectionString: identity.service.settings.databaseUrl });
    await relay.connect();
    try {
      await relay.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCKS.outboxRelay]);
      expect((await identity.client(accessToken).post('/api/v1/auth/logout', {})).status).toBe(204);
      expect((await lines('action=POST%20/api/v1/auth/logout'))[0]).toMatchObject({ outcome: 'success' });
    } finally {
      await relay.end();
    }
  });

  it('is read by auditors alone, and looking is on record', async () => {
    for (const username of ['administrator', 'dispatcher', 'ent-370481', 'clerk-WS-370481'])
      expect((await (await identity.as(username)).get(AUDIT)).status).toBe(403);

    await lines('username=somebody');
    const [look] = await lines('action=audit.read&username=auditor');
    expect(look).toMatchObject({ actor: { username: 'auditor' } });
    expect((await (await identity.as('auditor')).get('/api/v1/operations/intake/audit')).status).toBe(404);
  });

  it('never holds a password or a token', async () => {
    const { accessToken, refreshToken } = (await identity.logIn('dispatcher')).body;
    await identity.refresh(refreshToken);
    await identity.logIn('dispatcher', 'a Wrong-Secret 2026');
    const [dump] = await identity.service.query<{ text: string }>(
      `SELECT string_agg(content, '') AS text FROM audit_record`,
    );

    for (const secret of [accessToken, refreshToken, 'Wrong-Secret', 'Demonstration-2026'])
      expect(dump?.text).not.toContain(secret);
  });

  it('comes in pages, newest first', async () => {
    const auditor = await identity.as('auditor');
    const first = (await auditor.get(`${AUDIT}?limit=2`)).body;
    const second = (await auditor.get(`${AUDIT}?limit=2&cursor=${first.nextCursor}`)).body;
    const seqs = [...first.items, ...second.items].map(({ seq }: { seq: string }) => Number(seq));

    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(new Set(seqs).size).toBe(4);
  });

  it('takes many at once without a gap in the chain', async () => {
    await Promise.all(Array.from({ length: 40 }, () => identity.client().post('/api/v1/auth/logout', {})));

    expect((await verify()).faults).toEqual([]);
  });

  it('stores addresses with characters that a database cannot hold', async () => {
    const answer = await identity.client().post('/api/v1/operations/identity/dead-letters/%00%ED%A0%80/replay', {});

    expect(answer.status).toBeLessThan(500);
    expect((await verify()).faults).toEqual([]);
  });

  it('cannot be changed, shortened or emptied', async () => {
    for (const sql of [
      `UPDATE audit_record SET content = '{}' WHERE seq = 1`,
      `DELETE FROM audit_record WHERE seq = 1`,
      `TRUNCATE audit_record`,
      `DELETE FROM audit_anchor`,
    ])
      await expect(identity.service.query(sql)).rejects.toThrow('append-only');
  });

  it('that somebody with all power over the database changed no longer verifies', async () => {
    const before = await verify();
    await identity.service.query(`ALTER TABLE audit_record DISABLE TRIGGER audit_record_append_only`);
    await identity.service.query(
      `UPDATE audit_record SET content = replace(content, '"success"', '"refused"') WHERE seq = 1`,
    );
    await identity.service.query(`ALTER TABLE audit_record ENABLE TRIGGER audit_record_append_only`);

    expect(before.faults).toEqual([]);
    expect((await verify()).faults).toEqual(['record 1 is not what was written']);
  });
});
