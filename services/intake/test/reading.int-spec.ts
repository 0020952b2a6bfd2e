import { TestService, aPrincipal, eventually, staffOf, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket, enterpriseRegistered } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import {
  HUB,
  OWN,
  SHIZHONG,
  TENGZHOU,
  TENGZHOU_PARK,
  auditor,
  clerk,
  dispatcher,
  foreignClerk,
  owner,
  stranger,
} from './builders/offices.js';

const FULL = '0632-0000001';
const MASKED = '0632-*****01';
const TRAINING = { serviceCode: 'TRN-001', form: { participants: 3 } };
const METROLOGY = { serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] } };

describe('Reading requests', () => {
  let service: TestService;
  /** In Tengzhou's park, in Shizhong, one with an item in each, one of a stranger, one that waits to be routed. */
  let park: string;
  let shizhong: string;
  let both: string;
  let foreign: string;
  let waiting: string;
  let staffFiled: string;

  const http = new Map<unknown, HttpClient>();
  async function as(principal: typeof owner): Promise<HttpClient> {
    const known = http.get(principal) ?? (await service.as(principal));
    http.set(principal, known);
    return known;
  }

  async function file(principal: typeof owner, changes: Parameters<typeof aFiling>[0], ...offices: string[]) {
    const { body, status } = await (await as(principal)).post('/api/v1/requests', aFiling(changes));
    expect(status).toBe(201);
    const items = body.items as { id: string }[];
    await service.kafka.publishAll(
      offices.map((office, i) => new ATicket({ requestId: body.id, itemId: items[i]?.id ?? '' }, office).routed()),
    );
    return body.id as string;
  }

  beforeAll(async () => {
    service = await TestService.start(definition);
    park = await file(owner, { items: [METROLOGY] }, TENGZHOU_PARK);
    shizhong = await file(owner, { items: [TRAINING], regionCode: '370402', parkCode: undefined }, SHIZHONG);
    both = await file(owner, { items: [METROLOGY, TRAINING] }, TENGZHOU, SHIZHONG);
    foreign = await file(stranger, { items: [METROLOGY] }, TENGZHOU);
    waiting = await file(stranger, { items: [METROLOGY] });
    await service.kafka.publish(enterpriseRegistered(OWN.uscc, OWN.name));
    await eventually(async () => expect(await service.lag()).toEqual({ total: 0 }));
    staffFiled = await file(foreignClerk, { enterpriseUscc: OWN.uscc, items: [METROLOGY] }, TENGZHOU);
    await eventually(async () => expect(await service.lag()).toEqual({ total: 0 }));
  });

  afterAll(() => service?.stop());

  const idsSeenBy = async (principal: typeof owner, query = '') =>
    ((await (await as(principal)).get(`/api/v1/requests${query}`)).body.items as { id: string }[]).map(({ id }) => id);
  const statusFor = async (principal: typeof owner, id: string) =>
    (await (await as(principal)).get(`/api/v1/requests/${id}`)).status;
  const phoneFor = async (principal: typeof owner, id: string) =>
    (await (await as(principal)).get(`/api/v1/requests/${id}`)).body.contact.phone;

  describe('reaches as far as the caller', () => {
    const readers = () =>
      [
        ['the enterprise', owner, [park, shizhong, both, staffFiled]],
        ['another enterprise', stranger, [foreign, waiting]],
        ['the county clerk', clerk, [park, both, foreign, staffFiled]],
        ['the park clerk', staffOf(TENGZHOU_PARK), [park]],
        ['the clerk next door, who filed one of them', foreignClerk, [shizhong, both, staffFiled]],
        ['a clerk with a longer code that begins the same', staffOf(`${TENGZHOU}9`), []],
        ['a lead of the hub', staffOf(HUB, 'lead'), [park, shizhong, both, foreign, staffFiled]],
        ['the hub', dispatcher, [park, shizhong, both, foreign, waiting, staffFiled]],
        ['the auditor', auditor, [park, shizhong, both, foreign, waiting, staffFiled]],
      ] as const;

    it('in lists', async () => {
      for (const [who, principal, ids] of readers()) {
        expect([who, (await idsSeenBy(principal)).sort()]).toEqual([who, [...ids].sort()]);
      }
    });

    it('in single reads and timelines, where the rest does not exist', async () => {
      for (const [who, principal, ids] of readers()) {
        for (const id of [park, shizhong, both, foreign, waiting, staffFiled]) {
          const seen = (ids as readonly string[]).includes(id) ? 200 : 404;
          expect([who, await statusFor(principal, id)]).toEqual([who, seen]);
          const timeline = await (await as(principal)).get(`/api/v1/requests/${id}/timeline`);
          expect([who, timeline.status]).toEqual([who, seen]);
        }
      }
    });

    it('and ends before institutions and people who are not signed in', async () => {
      const technician = aPrincipal({
        roles: ['technician'],
        organizationId: 'ORG005',
        organizationKind: 'institution',
      });

      expect(await statusFor(technician, park)).toBe(403);
      expect((await (await service.as()).get(`/api/v1/requests/${park}`)).status).toBe(401);
      expect(await statusFor(owner, '019ab000-0000-7000-8000-000000000000')).toBe(404);
      expect(await statusFor(owner, 'not-an-id')).toBe(400);
    });
  });

  it('shows the telephone number to the enterprise, and masked to everybody else', async () => {
    expect(await phoneFor(owner, park)).toBe(FULL);
    for (const staff of [staffOf(TENGZHOU_PARK), dispatcher, auditor, clerk])
      expect(await phoneFor(staff, park)).toBe(MASKED);
  });

  describe('the telephone number in full', () => {
    const call = async (principal: typeof owner, id: string, body: object = { reason: '核对送检时间' }) =>
      (await as(principal)).post(`/api/v1/requests/${id}/contact`, body);

    it('is for those who call it and say why, and is on record', async () => {
      expect((await call(staffOf(TENGZHOU_PARK), park)).body).toMatchObject({ phone: FULL });
      for (const [staff, id] of [
        [dispatcher, park],
        [foreignClerk, staffFiled],
        [staffOf(TENGZHOU, 'lead'), park],
      ] as const)
        expect((await call(staff, id)).body).toMatchObject({ phone: FULL });
      const { items } = (
        await (await as(auditor)).get(`/api/v1/operations/intake/audit?action=personal-data&subject=${park}`)
      ).body;
      expect(items).toHaveLength(3);
      expect(items[0]).toMatchObject({ reason: '核对送检时间', subject: { kind: 'request', id: park } });
      expect(JSON.stringify(items)).not.toContain(FULL);
    });

    it('is for nobody else, and for nobody without a reason', async () => {
      expect((await call(staffOf(TENGZHOU_PARK), park, {})).status).toBe(400);
      expect((await call(auditor, park)).status).toBe(403);
      expect((await call(owner, park)).status).toBe(403);
      expect((await call(clerk, park)).status).toBe(404);
    });
  });

  it('keeps the telephone number sealed, in the table as in what it tells others', async () => {
    const sealed = await service.query<{ contact_phone: string }>(`SELECT contact_phone FROM request`);
    const clear = await service.query(`SELECT 1 FROM outbox WHERE position(convert_to($1, 'UTF8') IN payload) > 0`, [
      FULL,
    ]);

    expect(sealed.length).toBeGreaterThan(5);
    for (const { contact_phone } of sealed) expect(contact_phone).toMatch(/^enc:[^:]+:[^:]+:0632-\*{5}01$/);
    expect(clear).toEqual([]);
  });

  it('masks it in the lists of staff', async () => {
    const phones = async (principal: typeof owner) =>
      new Set(
        ((await (await as(principal)).get('/api/v1/requests')).body.items as { contact: { phone: string } }[]).map(
          ({ contact }) => contact.phone,
        ),
      );

    expect(await phones(owner)).toEqual(new Set([FULL]));
    expect(await phones(clerk)).toEqual(new Set([MASKED]));
    expect(await phones(dispatcher)).toEqual(new Set([MASKED]));
  });

  describe('in a list', () => {
    it('shows the newest first, without forms', async () => {
      const { body } = await (await as(dispatcher)).get('/api/v1/requests');

      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
        staffFiled,
        waiting,
        foreign,
        both,
        shizhong,
        park,
      ]);
      expect(body.items[5].items[0]).toMatchObject({
        serviceCode: 'MET-003',
        nodeCode: 'WS-370481901',
        deliverables: [],
      });
      expect(body.items[5].items[0].form).toBeUndefined();
      expect(body.nextCursor).toBeUndefined();
    });

    it('goes from page to page, each request once, while others arrive', async () => {
      const seen: string[] = [];
      let cursor = '';
      for (;;) {
        const { body } = await (await as(stranger)).get(`/api/v1/requests?limit=1${cursor}`);
        seen.push(...body.items.map(({ id }: { id: string }) => id));
        if (!body.nextCursor) break;
        cursor = `&cursor=${body.nextCursor}`;
      }

      expect(seen).toEqual([waiting, foreign]);
    });

    it('filters', async () => {
      const [request] = await service.query<{ request_no: string }>('SELECT request_no FROM request WHERE id = $1', [
        both,
      ]);
      const number = request?.request_no ?? '';

      expect(await idsSeenBy(dispatcher, '?domain=training')).toEqual([both, shizhong]);
      expect(await idsSeenBy(dispatcher, '?regionCode=370402')).toEqual([shizhong]);
      expect(await idsSeenBy(dispatcher, `?enterpriseUscc=${OWN.uscc.toLowerCase()}&domain=metrology`)).toEqual([
        staffFiled,
        both,
        park,
      ]);
      expect(await idsSeenBy(dispatcher, '?status=COMPLETED')).toEqual([]);
      expect(await idsSeenBy(dispatcher, '?status=SUBMITTED&limit=2')).toEqual([staffFiled, waiting]);
      expect(await idsSeenBy(dispatcher, `?q=${number.toLowerCase()}`)).toEqual([both]);
      expect(await idsSeenBy(dispatcher, '?q=ZZ-PX')).toEqual([shizhong]);
      expect(await idsSeenBy(foreignClerk, `?q=${number}`)).toEqual([both]);
      expect(await idsSeenBy(stranger, `?q=${number}`)).toEqual([]);
    });

    it.each(['?status=LOST', '?q=%25', '?limit=201', '?limit=0', '?cursor=x', '?cursor=WyJ4Il0', '?domain=x', '?x=1'])(
      'refuses %s',
      async (query) => {
        const { status, body } = await (await as(owner)).get(`/api/v1/requests${query}`);

        expect([400, 422]).toContain(status);
        expect(body.errors).toHaveLength(1);
      },
    );
  });

  it('tells the whole story in plain words', async () => {
    const { body } = await (await as(owner)).get(`/api/v1/requests/${both}/timeline`);

    const [filed, ...routed] = body.items as { text: { zh: string }; serviceName?: { zh: string } }[];
    expect(filed?.text.zh).toMatch(/^企业提交申请，编号 ZZ-ZH-\d{8}-\d{6}$/);
    const due = '应于 2026-11-25 17:30 前受理，2026-12-08 17:30 前办结';
    expect(routed.map(({ serviceName, text }) => [serviceName?.zh, text.zh]).sort()).toEqual([
      ['计量器具校准(送检)', `已派至滕州市质量工作站，拟由演示计量机构承办；${due}`],
      ['首席质量官培训', `已派至市中区质量工作站，拟由演示计量机构承办；${due}`],
    ]);
  });

  it('answers with an ETag', async () => {
    const { headers, body } = await (await as(owner)).get(`/api/v1/requests/${park}`);

    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body).toMatchObject({
      status: 'SUBMITTED',
      enterprise: OWN,
      parkCode: '370481901',
      items: [{ form: METROLOGY.form, nodeName: { zh: '滕州经济开发区质量工作站' } }],
    });
    expect(body.filedBy).toBeUndefined();
  });

  it('is described in OpenAPI', async () => {
    const { body } = await (await service.as()).get('/openapi.json');

    const described = Object.keys(body.paths);
    for (const path of [
      '/api/v1/catalog/services',
      '/api/v1/catalog/services/{code}',
      '/api/v1/catalog/packages',
      '/api/v1/catalog/references/{name}',
      '/api/v1/requests',
      '/api/v1/requests/{id}',
      '/api/v1/requests/{id}/timeline',
      '/api/v1/requests/{id}/cancel',
      '/api/v1/requests/{id}/items/{itemId}/correction',
      '/api/v1/requests/{id}/rating',
    ]) {
      expect(described).toContain(path);
    }
    // OpenAPI gives `required` no order: it follows where the fields are declared.
    expect(body.components.schemas.FilingBody.required.toSorted()).toEqual(
      ['items', 'contact', 'regionCode', 'mode', 'urgency'].toSorted(),
    );
  });
});
