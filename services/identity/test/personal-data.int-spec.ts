import { PERSON_SERVICES, PersonalDataAnsweredSchema, TOPICS, eventMessage, toTimestamp } from '@nqi/contracts';
import { FixedClock, newId } from '@nqi/kernel';
import { eventually, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { CompactEncrypt, importJWK } from 'jose';
import { AnIdentity } from './an-identity.js';

const NOW = '2026-11-24T02:00:00Z';
const MINE = '/api/v1/auth/personal-data';
const OTHERS = PERSON_SERVICES.filter((service) => service !== 'identity');

describe('personal data', () => {
  const clock = new FixedClock(NOW);
  let identity: AnIdentity;
  let asked: readonly SeenEvent[];

  beforeAll(async () => {
    identity = await AnIdentity.start({ clock });
    asked = await identity.service.kafka.watch(TOPICS.person.name);
  });

  afterAll(() => identity.stop());

  const requestOf = (userId: string, kind: string) =>
    eventually(() => {
      const found = asked.find(({ content }) => content.userId === userId && content.kind === kind);
      if (!found) throw new Error('nobody was asked yet');
      return found.content;
    });

  const answer = (request: SeenEvent['content'], service: string, content: string, part = 1, parts = 1) =>
    identity.service.kafka.publish(
      eventMessage(TOPICS.person, request.userId, PersonalDataAnsweredSchema, {
        caseId: request.caseId,
        userId: request.userId,
        service,
        part,
        parts,
        content,
        answeredAt: toTimestamp(clock.now()),
      }),
    );

  const encrypted = async (publicKey: string, content: unknown) =>
    new CompactEncrypt(Buffer.from(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(await importJWK(JSON.parse(publicKey), 'ECDH-ES'));

  const slice = (rows: unknown[]) => [{ what: { zh: '申报草稿', en: 'Drafts' }, rows }];

  describe('of a person', () => {
    let person: HttpClient;
    let userId: string;
    let id: string;

    const exportsOf = async (caller: HttpClient) => (await caller.get(`${MINE}/exports`)).body.items;

    beforeAll(async () => {
      person = await identity.as('ent-370481');
      userId = (await person.get('/api/v1/auth/me')).body.userId;
      id = (await person.post(`${MINE}/exports`)).body.id;
    });

    it('are gathered from every service, once', async () => {
      const request = await requestOf(userId, 'export');
      await eventually(async () => expect((await exportsOf(person))[0].waitingFor).toEqual(OTHERS));

      expect((await person.post(`${MINE}/exports`)).body.id).toBe(id);
      expect((await person.post(`${MINE}/exports/${id}/download`)).body.type).toBe('PERSONAL_DATA.NOT_READY');
      expect(JSON.parse(request.publicKey)).not.toHaveProperty('d');

      for (const service of OTHERS.slice(1))
        await answer(request, service, await encrypted(request.publicKey, slice([{ service }])));
      const [first = ''] = OTHERS;
      await answer(request, first, await encrypted(request.publicKey, slice([{ n: 1 }])), 1, 2);
      await eventually(async () => expect((await exportsOf(person))[0].waitingFor).toEqual([first]));
      // The same part again is not the missing one.
      await answer(request, first, await encrypted(request.publicKey, slice([{ n: 1 }])), 1, 2);
      await answer(request, first, await encrypted(request.publicKey, slice([{ n: 2 }])), 2, 2);
      await eventually(async () => expect((await exportsOf(person))[0].status).toBe('READY'));
    });

    it('lie unreadable, and are handed out once, to the person alone', async () => {
      const stranger = await identity.as('ent-370402');
      const parts = await identity.service.query<{ content: string }>(`SELECT content FROM personal_data_part`);
      for (const { content } of parts) expect(content).toMatch(/^eyJ[^.]+\.\.?[^.]/);

      expect((await stranger.post(`${MINE}/exports/${id}/download`)).status).toBe(404);
      const both = await Promise.all([1, 2].map(() => person.post(`${MINE}/exports/${id}/download`)));
      const [given, refused] = both.sort((a, b) => a.status - b.status);

      expect(refused?.body.type).toBe('PERSONAL_DATA.NOT_READY');
      expect(Object.keys(given?.body.services).sort()).toEqual([...PERSON_SERVICES].sort());
      expect(given?.body.services[OTHERS[0] ?? '']).toEqual([...slice([{ n: 1 }]), ...slice([{ n: 2 }])]);
      const account = given?.body.services.identity.find(({ what }: { what: { en: string } }) => what.en === 'Account');
      expect(account.rows).toEqual([expect.objectContaining({ username: 'ent-370481', authenticator: false })]);
      expect(JSON.stringify(given?.body)).not.toContain('argon2');
      expect(await identity.service.query(`SELECT * FROM personal_data_part`)).toEqual([]);
      expect((await exportsOf(person))[0].status).toBe('DOWNLOADED');
    });

    it('are on record, as asked for and as handed out', async () => {
      const auditor = await identity.as('auditor');
      const { items } = (await auditor.get(`/api/v1/operations/identity/audit?action=personal-data&subject=${id}`))
        .body;

      expect(items.map(({ action }: { action: string }) => action).sort()).toEqual([
        'personal-data.export-asked',
        'personal-data.exported',
      ]);
    });
  });

  describe('of a person who leaves', () => {
    it('stay where the person may not go', async () => {
      const erase = async (username: string, confirm = username) =>
        (await (await identity.as(username)).post(`${MINE}/erasure`, { confirm })).body.type;

      expect(await erase('ent-370402', 'somebody')).toBe('ERASURE.NOT_CONFIRMED');
      expect(await erase('ent-370402')).toBe('ERASURE.LAST_OWNER');
      expect(await erase('clerk-WS-370402')).toBe('ERASURE.STAFF');
    });

    it('go, and what must stay is nobody’s by name; whoever has the receipt sees how far it is', async () => {
      const [row] = await identity.service.query<{ id: string }>(
        `INSERT INTO user_account (id, username, display_name, roles, organization_id, password_hash, changed_at)
         SELECT $1, 'Wang.Fang', '王芳', '{enterprise_member}', organization_id, password_hash, now()
         FROM user_account WHERE username = 'ent-370481' RETURNING id`,
        [newId()],
      );
      const userId = row?.id ?? '';
      const { body } = await identity.logIn('Wang.Fang');
      const person = identity.client(body.accessToken);
      const { receipt } = (await person.post(`${MINE}/erasure`, { confirm: 'wang.fang' })).body;
      const standing = async () => (await identity.client().post(`${MINE}/erasure/status`, { receipt })).body;

      expect((await identity.refresh(body.refreshToken)).status).toBe(401);
      expect((await identity.logIn('Wang.Fang')).status).toBe(401);
      expect((await person.post(`${MINE}/erasure`, { confirm: 'wang.fang' })).status).toBe(404);
      expect(await standing()).toMatchObject({ status: 'WAITING', outcome: [] });

      clock.advance(17 * 60_000);
      const request = await requestOf(userId, 'erasure');
      const outcome = [{ what: { zh: '申报草稿', en: 'Drafts' }, removed: 2, replaced: 0, kept: 0 }];
      for (const service of OTHERS) await answer(request, service, JSON.stringify(outcome));
      await eventually(async () => expect((await standing()).status).toBe('DONE'));

      const [left] = await identity.service.query(`SELECT * FROM user_account WHERE id = $1`, [userId]);
      const told = await standing();
      expect(request).toMatchObject({ username: 'Wang.Fang' });
      expect(left).toMatchObject({ username: request.pseudonym, display_name: '已注销用户', active: false });
      expect(await identity.service.query(`SELECT 1 FROM session WHERE user_id = $1`, [userId])).toEqual([]);
      expect(told.outcome).toContainEqual(expect.objectContaining({ service: 'intake', removed: 2 }));
      expect(told.outcome).toContainEqual(
        expect.objectContaining({ service: 'identity', rule: expect.objectContaining({ en: expect.any(String) }) }),
      );
      const [kept] = await identity.service.query(`SELECT username FROM personal_data_case WHERE user_id = $1`, [
        userId,
      ]);
      expect(kept?.['username']).toBeNull();
      expect((await identity.client().post(`${MINE}/erasure/status`, { receipt: 'x' })).status).toBe(404);
    });
  });
});
