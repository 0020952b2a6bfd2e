import { newId } from '@nqi/kernel';
import { prepareService } from '@nqi/platform';
import { TestService, anEnterprise, askAboutPerson, eventually, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { aFiling } from './builders/filings.js';
import { OWN, auditor, owner, stranger } from './builders/offices.js';

describe('A draft', () => {
  let service: TestService;
  let mine: HttpClient;

  beforeAll(async () => {
    service = await TestService.start(definition);
    mine = await service.as(owner);
  });

  afterAll(() => service?.stop());

  const keep = (id: string, content: object, headers: Record<string, string> = {}, client = mine) =>
    client.send('PUT', `/api/v1/drafts/${id}`, JSON.stringify({ title: '申请', content }), {
      'content-type': 'application/json',
      ...headers,
    });
  const remove = (id: string, client = mine) => client.send('DELETE', `/api/v1/drafts/${id}`, undefined, {});

  it('comes back on another device as it was typed, right or wrong', async () => {
    const id = newId();
    const content = { z: 1, a: { phone: '不是电话', odd: 'a\u0000b' }, lines: [] };

    const kept = await keep(id, content);
    const other = await service.as(owner);

    expect(kept).toMatchObject({ status: 200, body: { id, version: 1, title: '申请' } });
    expect(kept.headers.get('etag')).toBe('"1"');
    const found = await other.get(`/api/v1/drafts/${id}`);
    expect(JSON.stringify(found.body.content)).toBe(JSON.stringify(content));
    const days = (Date.parse(found.body.expiresAt) - Date.parse(found.body.updatedAt)) / 86_400_000;
    expect(days).toBe(90);
    expect((await other.get('/api/v1/drafts')).body.items[0]).not.toHaveProperty('content');
  });

  it('lies sealed, also what was typed before drafts were', async () => {
    const [sealed, clear] = [newId(), newId()];
    await keep(sealed, { phone: '13800005678' });
    await keep(clear, { phone: '13900005678' });
    await service.query(`UPDATE draft SET content = '{"phone":"13900005678"}' WHERE id = $1`, [clear]);

    await prepareService(definition, service.settings);

    for (const { content } of await service.query<{ content: string }>(`SELECT content FROM draft`))
      expect(content).toMatch(/^enc:/);
    expect((await mine.get(`/api/v1/drafts/${clear}`)).body.content).toEqual({ phone: '13900005678' });
    await remove(sealed);
    await remove(clear);
  });

  it('is told to its person, and goes with its person; what they filed stays as a file', async () => {
    const person = { userId: newId(), username: 'wang.fang' };
    const client = await service.as(anEnterprise(OWN.uscc, { organizationName: OWN.name, ...person }));
    await keep(newId(), { phone: '13800005678' }, {}, client);
    await client.post('/api/v1/requests', aFiling());
    const of = (said: Awaited<ReturnType<typeof askAboutPerson>>, what: string) =>
      said.find((one) => one.what.en === what);

    const told = await askAboutPerson(service, 'export', person);
    const erased = await askAboutPerson(service, 'erasure', person);

    expect(of(told, 'Drafts')?.rows).toEqual([expect.objectContaining({ content: '{"phone":"13800005678"}' })]);
    expect(of(told, 'Requests filed')?.rows).toEqual([expect.objectContaining({ contact_phone: '0632-0000001' })]);
    expect(of(told, 'Audit trail')?.rows?.length).toBeGreaterThan(1);
    expect(of(erased, 'Drafts')).toMatchObject({ removed: 1 });
    expect(of(erased, 'Requests filed')).toMatchObject({ kept: 1, rule: { en: expect.any(String) } });
    expect((await client.get('/api/v1/drafts')).body.items).toEqual([]);
    expect(await service.deadLetters()).toEqual([]);
  });

  it('is not overwritten by a device that saw an older one', async () => {
    const id = newId();
    await keep(id, { from: 'desk' });
    expect((await keep(id, { from: 'phone' }, { 'if-match': '"1"' })).body.version).toBe(2);

    expect((await keep(id, { from: 'desk' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await mine.get(`/api/v1/drafts/${id}`)).body.content).toEqual({ from: 'phone' });
  });

  it("is nobody else's, neither a stranger's nor a colleague's", async () => {
    const id = newId();
    await keep(id, { secret: true });
    const colleague = anEnterprise(OWN.uscc, { organizationName: OWN.name, userId: newId() });

    for (const person of [stranger, colleague]) {
      const client = await service.as(person);
      expect((await client.get(`/api/v1/drafts/${id}`)).status).toBe(404);
      expect((await keep(id, { taken: true }, {}, client)).status).toBe(404);
      expect((await remove(id, client)).status).toBe(404);
      expect((await client.get('/api/v1/drafts')).body.items).toEqual([]);
    }
    expect((await mine.get(`/api/v1/drafts/${id}`)).body.content).toEqual({ secret: true });
    expect((await (await service.as(auditor)).get('/api/v1/drafts')).status).toBe(403);
  });

  it('goes when its owner wants', async () => {
    const id = newId();
    await keep(id, {});

    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(404);
  });

  it('is one of twenty at most, from however many devices at once', async () => {
    await service.query('DELETE FROM draft');

    const answers = await Promise.all(Array.from({ length: 25 }, () => keep(newId(), {})));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5);
  });

  it('may be wrong but not large', async () => {
    expect(await keep(newId(), { text: '字'.repeat(30_000) })).toMatchObject({
      status: 422,
      body: { type: 'DRAFT.TOO_LARGE' },
    });
    expect(
      (await mine.send('PUT', `/api/v1/drafts/${newId()}`, '{}', { 'content-type': 'application/json' })).status,
    ).toBe(400);
  });

  it('that nobody touches for ninety days is thrown away, a younger one is kept', async () => {
    await service.query('DELETE FROM draft');
    const [old, young] = [newId(), newId()];
    await keep(old, {});
    await keep(young, {});
    await service.query(`UPDATE draft SET updated_at = now() - interval '91 days' WHERE id = $1`, [old]);
    await service.query(`UPDATE draft SET updated_at = now() - interval '89 days' WHERE id = $1`, [young]);

    const replica = await service.replica();
    try {
      await eventually(async () => {
        expect(await service.query('SELECT id FROM draft')).toEqual([{ id: young }]);
      });
    } finally {
      await replica.stop();
    }
  });
});
