import { TOPICS } from '@nqi/contracts';
import { anEnterprise, eventually, type HttpClient } from '@nqi/test-kit';
import { demonstrationInstitutions, referenceNodes } from '../src/network/network.seed.js';
import { SeedNetworkHandler } from '../src/network/seed-network.handler.js';
import { TestRouting } from './builders/service.js';

describe('the service system', () => {
  let routing: TestRouting;
  let enterprise: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    enterprise = await routing.service.as(anEnterprise('91370481XD4164886N'));
  });
  afterAll(() => routing.stop());

  const reseed = (institutions = demonstrationInstitutions()) =>
    routing.service.app.get(SeedNetworkHandler).execute(referenceNodes(), institutions);

  it('announces every office and institution it was seeded with', async () => {
    const seen = await routing.service.kafka.watch(TOPICS.network.name);

    await eventually(() => expect(seen).toHaveLength(referenceNodes().length + demonstrationInstitutions().length));

    expect(seen.find(({ key }) => key === 'WS-370471')?.content).toMatchObject({
      kind: 'NETWORK_MEMBER_KIND_NODE',
      level: 'PARK',
      path: 'PROV-370000/HUB-370400/WS-370471',
      regionCode: '370471',
      active: true,
    });
    expect(seen.find(({ key }) => key === 'ORG005')?.content).toMatchObject({
      kind: 'NETWORK_MEMBER_KIND_INSTITUTION',
    });
  });

  it('stays as it is when seeded again, and tells only what changed', async () => {
    const seen = await routing.service.kafka.watch(TOPICS.network.name);
    await eventually(() => expect(seen.length).toBeGreaterThan(50));
    const before = seen.length;

    expect(await reseed()).toBe(0);
    const changed = demonstrationInstitutions().map((institution) =>
      institution.id === 'ORG017' ? { ...institution, stage: 'REMOVED' as const } : institution,
    );
    expect(await reseed(changed)).toBe(1);

    await eventually(() => expect(seen).toHaveLength(before + 1));
    expect(seen.at(-1)).toMatchObject({ key: 'ORG017' });
    expect(await reseed()).toBe(1);
  });

  it('is a tree of one province, one hub, seven stations below it and the parks of the counties', async () => {
    const { body } = await enterprise.get('/api/v1/network/nodes?tree=true');

    expect(body.items).toHaveLength(1);
    const [province] = body.items;
    const [hub] = province.children;
    expect([province.code, province.children.length, hub.code]).toEqual(['PROV-370000', 1, 'HUB-370400']);
    expect(hub.children.map(({ code }: { code: string }) => code).sort()).toEqual([
      'WS-370402',
      'WS-370403',
      'WS-370404',
      'WS-370405',
      'WS-370406',
      'WS-370471',
      'WS-370481',
    ]);
    const tengzhou = hub.children.find(({ code }: { code: string }) => code === 'WS-370481');
    expect(tengzhou.children.map(({ code }: { code: string }) => code)).toEqual([
      'WS-370481901',
      'WS-370481902',
      'WS-370481903',
    ]);
  });

  it('shows one office with what lies below it, and no office that does not exist', async () => {
    const one = await enterprise.get('/api/v1/network/nodes/WS-370471');
    const none = await enterprise.get('/api/v1/network/nodes/WS-999999');

    expect(one.body).toMatchObject({ code: 'WS-370471', level: 'PARK', children: [] });
    expect(one.body.covers).toEqual(['370471', '370403002', '370403003', '370403004']);
    expect([none.status, none.body.type]).toEqual([404, 'NETWORK.UNKNOWN_NODE']);
  });

  it('finds who can do a service, page by page', async () => {
    const path = '/api/v1/network/institutions?serviceCode=CER-003&limit=4';
    const first = await enterprise.get(path);
    const second = await enterprise.get(`${path}&cursor=${first.body.nextCursor}`);

    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['ORG028', 'ORG029', 'ORG030', 'ORG031', 'ORG032', 'ORG033']);
    expect(second.body.nextCursor).toBeUndefined();
    expect(first.body.items[0]).toMatchObject({ domains: ['certification'], qualifications: [{ demo: true }, {}] });
  });

  it('finds institutions by region, territory and name', async () => {
    const ids = async (query: string) => {
      const { body } = await enterprise.get(`/api/v1/network/institutions?${query}`);
      return body.items.map(({ id }: { id: string }) => id);
    };

    expect(await ids('regionCode=370481')).toEqual(['ORG002', 'ORG011', 'ORG039']);
    expect(await ids('node=PROV-370000&domain=metrology')).toEqual(['ORG020']);
    expect(await ids(`query=${encodeURIComponent('计量')}&regionCode=370400`)).toEqual(['ORG005']);
  });

  it('tells which qualifications are in force on a date', async () => {
    const count = async (query: string) =>
      (await enterprise.get(`/api/v1/network/qualifications?limit=200&${query}`)).body.items.length;

    const all = await count('');
    expect(all).toBeGreaterThan(50);
    expect(await count('validOn=2026-11-24')).toBe(all);
    expect(await count('validOn=2031-01-01')).toBe(0);
    expect(await count('expiringBy=2030-12-31')).toBe(all);
    expect(await count('institutionId=ORG005')).toBe(2);
    expect(await count('kind=CMA&institutionId=ORG005')).toBe(0);
  });

  it('shows the announced calendar to whoever is signed in', async () => {
    const { status, body } = await enterprise.get('/api/v1/calendar/days?year=2026');

    expect(status).toBe(200);
    expect(body).toMatchObject({ coverageFrom: '2024-01-01', coverageUntil: '2026-12-31' });
    expect(body.days).toContainEqual({
      date: '2026-10-10',
      type: 'makeup_workday',
      name: { zh: '国庆节', en: 'National Day' },
    });
  });

  it('describes its interface', async () => {
    const { status, body } = await (await routing.service.as()).get('/openapi.json');

    expect(status).toBe(200);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/v1/tickets', '/api/v1/tickets/{id}/accept', '/api/v1/network/institutions']),
    );
    const query = body.paths['/api/v1/tickets'].get.parameters.map(({ name }: { name: string }) => name);
    expect(query.sort()).toEqual([
      'cursor',
      'domain',
      'enterpriseUscc',
      'limit',
      'mine',
      'node',
      'q',
      'requestId',
      'sla',
      'sort',
      'status',
      'subtree',
    ]);
    expect(body.components.schemas.TicketDetailView.properties).toHaveProperty('history');
  });

  it('is closed to callers who are not signed in', async () => {
    expect((await (await routing.service.as()).get('/api/v1/network/nodes')).status).toBe(401);
  });

  it('starts with its offices alone in production, since institutions are a demonstration', async () => {
    const production = await TestRouting.start({ settings: { mode: 'production' } });
    try {
      expect(await production.service.query('SELECT count(*)::int AS n FROM institution')).toEqual([{ n: 0 }]);
      expect(await production.service.query('SELECT count(*)::int AS n FROM service_node')).toEqual([
        { n: referenceNodes().length },
      ]);
    } finally {
      await production.stop();
    }
  });
});
