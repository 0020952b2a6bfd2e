import { TOPICS } from '@nqi/contracts';
import { eventually, type HttpClient } from '@nqi/test-kit';
import { demonstrationInstitutions, referenceNodes } from '../src/network/network.seed.js';
import { SeedNetworkHandler } from '../src/network/seed-network.handler.js';
import { anItem } from './builders/events.js';
import { COUNTY, HUB, SHIZHONG, TestRouting } from './builders/service.js';

const NODES = '/api/v1/network/nodes';

describe('editing the tree of offices', () => {
  let routing: TestRouting;
  let administrator: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    administrator = await routing.as(HUB, 'administrator', 'administrator');
  });
  afterAll(() => routing.stop());

  const patch = (path: string, body: object, headers: Record<string, string> = {}) =>
    administrator.send('PATCH', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  const networkVersion = async () =>
    (await routing.service.query<{ version: string }>('SELECT version FROM network_version'))[0]?.version;

  it('is for administrators', async () => {
    const lead = await routing.as(COUNTY, 'lead');

    expect((await lead.post(NODES, {})).status).toBe(403);
    expect((await lead.get(`${NODES}/WS-370481/history`)).status).toBe(403);
  });

  it('lets a dispatcher edit what lies below the hub, and nothing else', async () => {
    const dispatcher = await routing.as(HUB, 'dispatcher', 'dispatcher');
    const as = (path: string, body: object) =>
      dispatcher.send('PATCH', `${NODES}/${path}`, JSON.stringify(body), { 'content-type': 'application/json' });

    expect((await as('WS-370404', { capacity: 55 })).body.capacity).toBe(55);
    expect((await as('WS-370404', { covers: ['370404'] })).status).toBe(200);
    expect((await as('HUB-370400', { capacity: 5 })).body.type).toBe('NETWORK.OWN_OFFICE');
    expect((await as('PROV-370000', { capacity: 5 })).body.type).toBe('ACCESS.OUT_OF_REACH');
    const takesFromProvince = { covers: ['370404', '370000'] };
    expect((await as('WS-370404', takesFromProvince)).body.type).toBe('ACCESS.OUT_OF_REACH');
    expect((await dispatcher.send('PATCH', '/api/v1/network/institutions/ORG005', '{}', {})).status).toBe(403);
  });

  it('sets where an office is and what it holds, takes both away by null, and refuses null for a name', async () => {
    const location = { lon: 117.5, lat: 34.9 };
    const set = await patch(`${NODES}/WS-370404`, { location, capacity: 60, nameEn: 'Yicheng' });
    expect(set.body).toMatchObject({ location, capacity: 60, name: { zh: expect.any(String), en: 'Yicheng' } });
    expect((await patch(`${NODES}/WS-370404`, { location: { lon: 200, lat: 1 } })).status).toBe(400);

    const cleared = await patch(`${NODES}/WS-370404`, { location: null, capacity: null });
    expect(cleared.status).toBe(200);
    expect(cleared.body).not.toHaveProperty('capacity');
    expect(cleared.body).not.toHaveProperty('location');
    expect(cleared.body.name.en).toBe('Yicheng');
    const refusals = { nameZh: 422, parentCode: 422, status: 422, covers: 400, domains: 400 };
    for (const [field, refusal] of Object.entries(refusals)) {
      const { status, body } = await patch(`${NODES}/WS-370404`, { [field]: null });
      expect([status, body.type]).toEqual([refusal, refusal === 422 ? 'NETWORK.NOT_CLEARABLE' : 'REQUEST.INVALID']);
    }
  });

  it('adds an office once, with what it takes over', async () => {
    const body = {
      code: 'WS-370403002',
      level: 'PARK',
      parentCode: 'WS-370403',
      nameZh: '演示园区工作站',
      nameEn: 'Demonstration park',
      regionCode: '370403002',
      covers: ['370403002'],
      domains: ['metrology'],
      capacity: 40,
    };
    const key = { 'idempotency-key': 'add-370403002' };
    const first = await administrator.post(NODES, body, key);
    const again = await administrator.post(NODES, body, key);
    const taken = await administrator.post(NODES, body);
    const nowhere = await administrator.post(NODES, { ...body, code: 'WS-370403003', covers: ['999999'] });

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.body).toMatchObject({ path: `${HUB}/WS-370403/WS-370403002`, capacity: 40, active: true });
    expect((await administrator.get(`${NODES}/WS-370471`)).body.covers).not.toContain('370403002');
    expect([taken.status, taken.body.type]).toEqual([409, 'NETWORK.CODE_TAKEN']);
    expect([nowhere.status, nowhere.body.type]).toEqual([422, 'NETWORK.UNKNOWN_REGION']);
  });

  it('refuses what would not be sound, naming the field, and leaves no trace', async () => {
    const before = await networkVersion();
    const refused = async (code: string, body: object) => {
      const { status, body: problem } = await patch(`${NODES}/${code}`, body);
      return [status, problem.type, problem.details.faults[0].pointer, problem.details.faults[0].rule];
    };

    const unsound = [422, 'NETWORK.UNSOUND'];
    expect(await refused('WS-370402', { status: 'closed' })).toEqual([...unsound, '/coverageTo', 'CLOSED_COVERS']);
    expect(await refused('WS-370402', { covers: [] })).toEqual([...unsound, '/covers', 'NOT_COVERED']);
    expect(await refused('WS-370402', { parentCode: 'WS-370481' })).toEqual([...unsound, '/parentCode', 'LEVEL_ORDER']);
    expect(await refused('HUB-370400', { status: 'closed', coverageTo: 'PARENT' })).toEqual([
      ...unsound,
      '/status',
      'ONE_HUB',
    ]);
    expect(await networkVersion()).toBe(before);
  });

  it('closes an office whose coverage falls to the one above, and says who did it and why', async () => {
    const before = Number(await networkVersion());
    const { status, body } = await patch(`${NODES}/WS-370405`, {
      status: 'closed',
      coverageTo: 'PARENT',
      reason: '搬迁',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({ active: false, covers: [] });
    expect((await administrator.get(`${NODES}/HUB-370400`)).body.covers).toContain('370405');
    expect(Number(await networkVersion())).toBe(before + 1);
    const history = await administrator.get(`${NODES}/WS-370405/history`);
    expect(history.body.items).toMatchObject([
      {
        version: 2,
        networkVersion: before + 1,
        actor: 'administrator',
        action: 'close',
        reason: '搬迁',
        before: { active: true },
        after: { active: false },
      },
    ]);
  });

  it('lets one of two who edit at once win, and the other look again', async () => {
    const path = `${NODES}/WS-370406`;
    const etag = (await administrator.get(path)).headers.get('etag') ?? '';
    const edits = ['甲站', '乙站'].map((nameZh) => patch(path, { nameZh }, { 'if-match': etag }));

    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
    expect((await administrator.get(`${path}/history`)).body.items).toHaveLength(1);
  });

  it('moves an office with its tickets, and tells where it hung', async () => {
    const told = await routing.service.kafka.watch(TOPICS.network.name);
    const [ticketId] = await routing.route(anItem({ regionCode: '370481', parkCode: '370481901' }));
    const from = `${COUNTY}/WS-370481901`;
    expect((await patch(`${NODES}/WS-370481901`, { parentCode: 'WS-370402' })).status).toBe(200);

    const path = `${SHIZHONG}/WS-370481901`;
    await eventually(() => {
      const moves = told.map(({ content }) => content).filter(({ previousPath }) => previousPath);
      expect(moves).toMatchObject([{ code: 'WS-370481901', path, previousPath: from }]);
    });
    const [before, now] = [await routing.as(COUNTY, 'lead'), await routing.as(SHIZHONG, 'lead')];
    expect((await before.get(`/api/v1/tickets/${ticketId}`)).status).toBe(404);
    expect((await now.get(`/api/v1/tickets/${ticketId}`)).body.nodeCode).toBe('WS-370481901');
  });

  it('is not undone by seeding again', async () => {
    await routing.service.app.get(SeedNetworkHandler).execute(referenceNodes(), demonstrationInstitutions());

    expect((await administrator.get(`${NODES}/WS-370405`)).body.active).toBe(false);
  });
});
