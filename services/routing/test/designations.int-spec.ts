import type { HttpClient } from '@nqi/test-kit';
import { anItem } from './builders/events.js';
import { COUNTY, HUB, TestRouting } from './builders/service.js';

const INSTITUTIONS = '/api/v1/network/institutions';
const JSON_BODY = { 'content-type': 'application/json' };
const ACT = {
  documentNumber: '枣市监计字〔2026〕7号',
  services: ['MET-001'],
  objects: ['MI004', 'MI043'],
  regions: ['370481'],
  validFrom: '2026-01-01',
  validUntil: '2031-12-31',
};

describe('designation for mandatory verification', () => {
  let routing: TestRouting;
  let administrator: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    administrator = await routing.as(HUB, 'administrator', 'administrator');
  });
  afterAll(() => routing.stop());

  const put = (who: HttpClient, id: string, body: object, headers: Record<string, string> = {}) =>
    who.send('PUT', `${INSTITUTIONS}/${id}/designations`, JSON.stringify(body), { ...JSON_BODY, ...headers });
  const receipt = async (id: string | undefined) => (await administrator.get(`/api/v1/tickets/${id}/decision`)).body;

  it('comes with the demonstration from the qualification, and is on the receipt', async () => {
    const [id] = await routing.route(anItem());

    const { institution, candidates } = await receipt(id);
    expect(institution).toMatchObject({ id: 'ORG011', basis: 'DESIGNATED', designatedBy: ['DEMO-ZD-011'] });
    expect(candidates.find((each: { institutionId: string }) => each.institutionId === 'ORG012')).toMatchObject({
      verdicts: { designation: 'NOT_DESIGNATED' },
    });
  });

  it('is listed over all institutions: by service, territory, day and body, a page at a time', async () => {
    const clerk = await routing.as(COUNTY);
    const list = (query: string) => clerk.get(`/api/v1/network/designations?${query}`);
    const acts = (answer: { body: { items: { documentNumber: string }[] } }) =>
      answer.body.items.map(({ documentNumber }) => documentNumber);

    const ofTown = await list('serviceCode=MET-001&territory=370481112&validOn=2026-11-24');
    expect(acts(ofTown)).toEqual(['DEMO-ZD-005', 'DEMO-ZD-011', 'DEMO-ZD-020']);
    expect(ofTown.body.items[1]).toMatchObject({ institutionId: 'ORG011', regions: ['370481'], inForce: true });
    expect(acts(await list('institutionId=ORG012'))).toEqual(['DEMO-ZD-012']);
    expect(acts(await list('validOn=1999-01-01'))).toEqual([]);
    expect(acts(await list('serviceCode=TST-001'))).toEqual([]);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.body.nextCursor}`);
    expect(new Set([...acts(first), ...acts(second)]).size).toBe(4);
    expect((await list('territory=here')).status).toBe(400);
    expect((await list('validOn=2026-1-1')).status).toBe(400);
  });

  it('is said anew by an administrator, with history, and routes from then on', async () => {
    const before = await administrator.get(`${INSTITUTIONS}/ORG012`);
    const stale = await put(administrator, 'ORG012', { designations: [ACT] }, { 'if-match': '"99"' });
    const said = await put(
      administrator,
      'ORG012',
      { designations: [{ ...ACT, objects: undefined }], reason: '跨区指定' },
      { 'if-match': before.headers.get('etag') ?? '' },
    );
    const gone = await put(administrator, 'ORG011', { designations: [] });
    const [id] = await routing.route(anItem());

    expect([stale.status, said.status, gone.status]).toEqual([412, 200, 200]);
    const { objects: _, ...whole } = ACT;
    expect(said.body.designations).toEqual([{ ...whole, demo: false }]);
    expect(gone.body).not.toHaveProperty('designations');
    expect((await administrator.get(`${INSTITUTIONS}/ORG012/history`)).body.items[0]).toMatchObject({
      action: 'designations set',
      reason: '跨区指定',
      actor: 'administrator',
      after: { designations: [whole] },
    });
    const { institution, candidates } = await receipt(id);
    expect(candidates.find((each: { institutionId: string }) => each.institutionId === 'ORG011')).toMatchObject({
      verdicts: { designation: 'NOT_DESIGNATED' },
    });
    expect(institution.designatedBy).toBeDefined();
  });

  it('keeps every field of an act', async () => {
    const { body } = await put(administrator, 'ORG013', { designations: [ACT] });

    expect(body.designations).toEqual([{ ...ACT, demo: false }]);
    expect((await administrator.get(`${INSTITUTIONS}/ORG013`)).body.designations).toEqual(body.designations);
  });

  it('is refused where it says nothing that can be', async () => {
    const clerk = await routing.as(COUNTY);
    const backwards = await put(administrator, 'ORG013', { designations: [{ ...ACT, validUntil: '2020-01-01' }] });
    const nowhere = await put(administrator, 'ORG013', { designations: [{ ...ACT, regions: [] }] });

    expect([backwards.status, backwards.body.type]).toEqual([422, 'DESIGNATION.BAD_TERM']);
    expect(nowhere.status).toBe(400);
    expect((await put(clerk, 'ORG013', { designations: [] })).status).toBe(403);
    expect((await put(administrator, 'ORG999', { designations: [] })).status).toBe(404);
  });
});
