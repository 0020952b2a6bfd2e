import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AnIdentity } from './an-identity.js';

describe('personal data', () => {
  let identity: AnIdentity;
  let uscc: string;

  beforeAll(async () => {
    identity = await AnIdentity.start();
    uscc = (await (await identity.as('ent-370481')).get('/api/v1/auth/me')).body.organizationId;
  });

  afterAll(() => identity.stop());

  const phones = () =>
    identity.service.query<{ contact_phone: string }>(
      `SELECT contact_phone FROM organization WHERE contact_phone IS NOT NULL`,
    );
  const shown = async (): Promise<string> =>
    (await (await identity.as('ent-370481')).get('/api/v1/auth/me')).body.contactPhone;

  it('is sealed where it lies and whole for whom it is', async () => {
    const stored = await phones();

    expect(stored).toHaveLength(300);
    for (const { contact_phone } of stored) expect(contact_phone).toMatch(/^enc:k[0-9a-f]{8}:/);
    expect(await shown()).toMatch(/^\d{3}/);
  });

  it('cannot be moved from one enterprise to another by whoever writes to the database', async () => {
    const [other] = await identity.service.query<{ contact_phone: string }>(
      `SELECT contact_phone FROM organization WHERE kind = 'enterprise' AND id <> $1 LIMIT 1`,
      [uscc],
    );
    const [own] = await identity.service.query<{ contact_phone: string }>(
      `SELECT contact_phone FROM organization WHERE id = $1`,
      [uscc],
    );
    const put = (value: string | undefined) =>
      identity.service.query(`UPDATE organization SET contact_phone = $2 WHERE id = $1`, [uscc, value]);
    await put(other?.contact_phone);

    expect((await identity.logIn('ent-370481')).status).toBe(500);

    await put(own?.contact_phone);
    expect((await identity.logIn('ent-370481')).status).toBe(200);
  });

  describe('in full', () => {
    const view = async (username: string, body: object = { reason: '电话核实受理材料' }) =>
      (await identity.as(username)).post(`/api/v1/enterprises/${uscc}/contact`, body);

    it('is shown to staff who say why, and their reason is on record', async () => {
      const seen = await view('clerk-WS-370481');
      const { items } = (
        await (
          await identity.as('auditor')
        ).get(`/api/v1/operations/identity/audit?action=personal-data&subject=${uscc}`)
      ).body;

      expect(seen.body.phone).toBe(await shown());
      expect(items).toEqual([
        expect.objectContaining({
          reason: '电话核实受理材料',
          actor: expect.objectContaining({ username: 'clerk-WS-370481' }),
        }),
      ]);
    });

    it('is shown to nobody else', async () => {
      expect((await view('clerk-WS-370481', {})).status).toBe(400);
      for (const username of ['auditor', 'technician-ORG005', 'ent-370402', 'province'])
        expect((await view(username)).status).toBe(403);
    });
  });

  it('is sealed anew after a change of keys, also what was in clear before', async () => {
    const phone = await shown();
    const [clear] = await identity.service.query<{ id: string }>(
      `UPDATE organization SET contact_phone = '0632-5510000'
       WHERE id = (SELECT id FROM organization WHERE kind = 'enterprise' AND id <> $1 LIMIT 1) RETURNING id`,
      [uscc],
    );
    // More than fit into one batch.
    await identity.service.query(
      `INSERT INTO organization (id, kind, name, contact_phone, registered_at)
       SELECT 'BODY' || n, 'institution', 'BODY' || n, '0632-5510000', now() FROM generate_series(1, 900) AS n`,
    );
    const file = join(dirname(process.env['JWT_KEY_FILE'] ?? ''), 'field-keys.json');
    const { keys } = JSON.parse(readFileSync(file, 'utf8'));
    const young = { id: 'k2027', key: randomBytes(32).toString('base64') };
    writeFileSync(file, JSON.stringify({ keys: [young, ...keys] }));
    await identity.seed();

    const sealed = await phones();
    expect(sealed).toHaveLength(1_200);
    for (const { contact_phone } of sealed) expect(contact_phone).toMatch(/^enc:k2027:/);
    writeFileSync(file, JSON.stringify({ keys: [young] }));
    await identity.service.down();
    await identity.service.up();
    expect(await shown()).toBe(phone);
    const clerk = await identity.as('clerk-WS-370481');
    const seen = await clerk.post(`/api/v1/enterprises/${clear?.id}/contact`, { reason: 'x' });
    expect(seen.body.phone).toBe('0632-5510000');
  });
});
