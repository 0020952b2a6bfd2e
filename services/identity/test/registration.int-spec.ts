import { TOPICS } from '@nqi/contracts';
import { usccCheckCharacter } from '@nqi/kernel';
import { eventually } from '@nqi/test-kit';
import { AnIdentity } from './an-identity.js';

const PASSWORD = 'Jiliang-2026';
let sequence = 0;

/** A registration that is in order, of an enterprise nobody has registered; a test states only what matters. */
function aRegistration(fields: Record<string, unknown> = {}): Record<string, unknown> {
  sequence += 1;
  const first = `91370481MA${String(sequence).padStart(7, '0')}`;
  return {
    uscc: first + usccCheckCharacter(first),
    name: `滕州第${sequence}机床厂`,
    regionCode: '370481',
    contactName: '张三丰',
    contactPhone: '138 0013 8000',
    username: `owner-of-${sequence}`,
    password: PASSWORD,
    ...fields,
  };
}

describe('enterprises', () => {
  let identity: AnIdentity;

  beforeAll(async () => {
    identity = await AnIdentity.start();
  });

  afterAll(() => identity.stop());

  const register = (body: Record<string, unknown>, headers: Record<string, string> = {}) =>
    identity.client().post('/api/v1/enterprises', body, headers);
  const counts = async () =>
    identity.service.query(
      `SELECT (SELECT count(*) FROM organization) AS organizations, (SELECT count(*) FROM user_account) AS accounts`,
    );

  describe('registering', () => {
    it('makes organisation and user together and tells the others', async () => {
      const organizations = await identity.service.kafka.watch(TOPICS.organization.name);
      const users = await identity.service.kafka.watch(TOPICS.user.name);
      const body = aRegistration({ parkCode: '370481901', industryCode: 'C3425' });

      const answer = await register(body);

      expect(answer.status).toBe(201);
      expect(answer.body).toEqual({
        uscc: body['uscc'],
        name: body['name'],
        username: body['username'],
        userId: expect.any(String),
      });
      const registered = await eventually(() => {
        const event = organizations.find(({ key }) => key === body['uscc']);
        if (!event) throw new Error('not told yet');
        return event;
      });
      expect(registered.content).toMatchObject({
        organizationId: body['uscc'],
        kind: 'ORGANIZATION_KIND_ENTERPRISE',
        name: body['name'],
        regionCode: '370481',
        parkCode: '370481901',
        industryCode: 'C3425',
      });
      const changed = await eventually(() => {
        const event = users.find(({ key }) => key === answer.body.userId);
        if (!event) throw new Error('not told yet');
        return event;
      });
      expect(changed.content).toMatchObject({ roles: ['enterprise_owner'], active: true });
      expect(JSON.stringify(registered.content) + JSON.stringify(changed.content)).not.toMatch(/13800138000|张三丰/);
    });

    it('lets the user sign in at once, for that enterprise', async () => {
      const body = aRegistration();
      await register(body);

      const { accessToken } = (await identity.logIn(String(body['username']), PASSWORD)).body;
      const me = await identity.client(accessToken).get('/api/v1/auth/me');

      expect(me.body).toMatchObject({
        organizationId: body['uscc'],
        organizationName: body['name'],
        roles: ['enterprise_owner'],
        contactPhone: '13800138000',
      });
    });

    it.each([
      ['a wrong check character', { uscc: '91370481MA3ABCD158' }, 422, 'USCC.FAIL_CHECK', '/uscc'],
      ['too short a code', { uscc: '91370481' }, 422, 'USCC.FAIL_FORMAT', '/uscc'],
      ['a place outside the city', { regionCode: '370102' }, 422, 'REGION.NOT_SERVED', '/regionCode'],
      ['a park of another district', { parkCode: '370402901' }, 422, 'PARK.NOT_IN_REGION', '/parkCode'],
      ['an industry that is none', { industryCode: 'XX' }, 422, 'INDUSTRY.INVALID_CODE', '/industryCode'],
      ['a telephone that is none', { contactPhone: '110' }, 422, 'PHONE.INVALID', '/contactPhone'],
      ['a weak password', { password: '12345678' }, 422, 'PASSWORD.TOO_WEAK', '/password'],
      ['a name of the staff', { username: 'clerk-WS-370481' }, 422, 'ACCOUNT.USERNAME_RESERVED', '/username'],
      ['a user name with blanks', { username: 'a b c' }, 400, 'REQUEST.INVALID', '/username'],
      ['a missing name', { name: undefined }, 400, 'REQUEST.INVALID', '/name'],
      ['a field that nobody asked for', { roles: ['administrator'] }, 400, 'REQUEST.INVALID', '/roles'],
    ])('answers %s by naming the field and changes nothing', async (_, fields, status, type, pointer) => {
      const before = await counts();
      const answer = await register(aRegistration(fields));

      expect(answer.status).toBe(status);
      expect(answer.body.type).toBe(type);
      expect(answer.body.errors[0].pointer).toBe(pointer);
      expect(await counts()).toEqual(before);
    });

    it('answers 409 for an enterprise that is there already, also in lower case', async () => {
      const body = aRegistration();
      await register(body);
      const again = await register({ ...aRegistration(), uscc: String(body['uscc']).toLowerCase() });

      expect([again.status, again.body.type]).toEqual([409, 'ENTERPRISE.ALREADY_REGISTERED']);
      expect(again.body.errors[0].pointer).toBe('/uscc');
    });

    it('answers 409 for a user name that is taken, and then registers nothing at all', async () => {
      const first = aRegistration({ username: 'taken-name' });
      await register(first);
      const before = await counts();
      const second = await register(aRegistration({ username: 'Taken-Name' }));

      expect([second.status, second.body.type]).toEqual([409, 'ACCOUNT.USERNAME_TAKEN']);
      expect(await counts()).toEqual(before);
    });

    it('lets one of many pass that register the same enterprise at once', async () => {
      const body = aRegistration();
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) => register({ ...body, username: `racer-${sequence}-${i}` })),
      );

      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    });

    it('answers a repeat under the same key with the first answer, and refuses another body', async () => {
      const body = aRegistration();
      const key = { 'idempotency-key': 'once-and-only-once' };
      const first = await register(body, key);
      const again = await register(body, key);
      const other = await register({ ...body, name: '别的名字' }, key);

      expect(again).toMatchObject({ status: 201, body: first.body });
      expect([other.status, other.body.type]).toEqual([422, 'IDEMPOTENCY.OTHER_BODY']);
    });

    it('keeps the password nowhere but in an argon2id hash', async () => {
      const rows = await identity.service.query<{ dump: string }>(`
        SELECT (SELECT string_agg(k::text, '') FROM idempotency_key k)
            || (SELECT string_agg(o::text, '') FROM organization o)
            || (SELECT string_agg(u::text, '') FROM user_account u) AS dump`);

      expect(rows[0]?.dump).not.toContain(PASSWORD);
      expect(rows[0]?.dump).toContain('$argon2id$');
    });
  });

  describe('looking up', () => {
    it('finds by part of the name and by the beginning of the code, with personal data masked', async () => {
      const body = aRegistration({ name: '鲁南百分之百%玻璃厂' });
      await register(body);
      const clerk = await identity.as('clerk-WS-370402');
      const find = async (query: string) =>
        (await clerk.get(`/api/v1/enterprises?query=${encodeURIComponent(query)}`)).body.items;

      const byName = await find('百分之百%玻');
      expect(byName).toEqual([
        expect.objectContaining({
          uscc: body['uscc'],
          name: body['name'],
          regionCode: '370481',
          contact: { name: '张**', phone: '138****8000' },
        }),
      ]);
      expect(await find(String(body['uscc']).slice(0, 16).toLowerCase())).toContainEqual(byName[0]);
      expect(await find('没有这样的企业')).toEqual([]);
      expect(await find('百_之')).toEqual([]);
    });

    it('lists page by page, each enterprise once', async () => {
      const auditor = await identity.as('auditor');
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await auditor.get(`/api/v1/enterprises?regionCode=370402&limit=20${cursor}`);
        seen.push(...body.items.map(({ uscc }: { uscc: string }) => uscc));
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);

      expect(seen).toHaveLength(46);
      expect(new Set(seen).size).toBe(46);
    });

    it('shows an enterprise itself whole, and no other', async () => {
      const enterprise = await identity.as('ent-370481');
      const me = (await enterprise.get('/api/v1/auth/me')).body;
      const other = aRegistration();
      await register(other);

      const own = await enterprise.get(`/api/v1/enterprises/${me.organizationId}`);
      expect(own.body.contact).toEqual({ name: me.contactName, phone: me.contactPhone });
      expect((await enterprise.get('/api/v1/enterprises')).body.items).toHaveLength(1);
      const foreign = await enterprise.get(`/api/v1/enterprises/${String(other['uscc'])}`);
      expect([foreign.status, foreign.body.type]).toEqual([404, 'ENTERPRISE.UNKNOWN']);
    });

    it('shows staff one enterprise with masked data', async () => {
      const body = aRegistration();
      await register(body);
      const lead = await identity.as('lead-WS-370405');

      const { status, body: shown } = await lead.get(`/api/v1/enterprises/${String(body['uscc'])}`);

      expect([status, shown.contact.phone]).toEqual([200, '138****8000']);
    });

    it('is not for institutions, nor for strangers', async () => {
      const technician = await identity.as('technician-ORG005');

      expect((await technician.get('/api/v1/enterprises')).status).toBe(403);
      expect((await identity.client().get('/api/v1/enterprises')).status).toBe(401);
      expect((await identity.client().get('/api/v1/enterprises/91370481MA3ABCD159')).status).toBe(401);
    });

    it('knows neither nodes nor institutions as enterprises', async () => {
      const administrator = await identity.as('administrator');

      expect((await administrator.get('/api/v1/enterprises/WS-370481')).status).toBe(404);
      expect((await administrator.get('/api/v1/enterprises?cursor=rubbish')).body.type).toBe('PAGE.BAD_CURSOR');
    });
  });
});
