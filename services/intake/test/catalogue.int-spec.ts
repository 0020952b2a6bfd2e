import { prepareService } from '@nqi/platform';
import { TestService, eventually, type HttpClient } from '@nqi/test-kit';
import { CurrentCatalogue } from '../src/catalogue/current-catalogue.query.js';
import { definition } from '../src/definition.js';

describe('The catalogue', () => {
  let service: TestService;
  let anybody: HttpClient;

  beforeAll(async () => {
    service = await TestService.start(definition);
    anybody = await service.as();
  });

  afterAll(() => service?.stop());

  it('shows everybody what can be filed, with forms and limits', async () => {
    const { status, body } = await anybody.get('/api/v1/catalog/services');

    expect(status).toBe(200);
    expect(body.items).toHaveLength(64);
    expect(body.items[0]).toMatchObject({
      code: 'MET-001',
      domain: 'metrology',
      name: { zh: '强制检定工作计量器具备案与申请', en: 'Mandatory verification filing' },
      limits: { statutory: 20, promised: 10 },
      requiredMaterials: ['强检器具清单', '营业执照', '器具照片/铭牌'],
      performingLevel: 'county',
      version: 1,
      form: { $schema: 'https://json-schema.org/draft/2020-12/schema', 'x-title-en': 'Mandatory verification filing' },
    });
  });

  it('keeps the fields of a form in the order of the screen', async () => {
    const { body } = await anybody.get('/api/v1/catalog/services/MET-003');

    expect(Object.keys(body.form.properties)).toEqual(['instruments', 'delivery', 'site', 'note']);
    expect(Object.keys(body.form.properties.instruments.items.properties)).toEqual([
      'ref',
      'name',
      'qty',
      'model',
      'serials_from',
      'range',
      'accuracy',
    ]);
  });

  it('tells visitors where one can file for: seven districts, each with its parks', async () => {
    const { body } = await anybody.get('/api/v1/catalog/references/places');
    const places = new Map<string, { items: { ref: string }[] }>(
      body.items.map((place: { ref: string }) => [place.ref, place]),
    );

    expect([...places.keys()].sort()).toEqual(['370402', '370403', '370404', '370405', '370406', '370471', '370481']);
    expect(places.get('370481')?.items.map(({ ref }) => ref)).toEqual(['370481901', '370481902', '370481903']);
    expect(places.get('370471')?.items).toEqual([]);
  });

  it('can be narrowed to a domain, and holds packages and the lists that forms choose from', async () => {
    const training = await anybody.get('/api/v1/catalog/services?domain=training');
    const packages = await anybody.get('/api/v1/catalog/packages');
    const mandatory = await anybody.get('/api/v1/catalog/references/mandatory-instruments');

    expect(training.body.items).toHaveLength(6);
    expect(packages.body.items).toHaveLength(10);
    expect(packages.body.items[0]).toMatchObject({
      code: 'PKG-SETUP',
      serviceCodes: expect.arrayContaining(['MET-001']),
    });
    expect(mandatory.body.items).toHaveLength(87);
    expect((await anybody.get('/api/v1/catalog/references/test-products')).body.items[0].items[0].ref).toMatch(
      /^TP001-/,
    );
  });

  it.each([
    ['/api/v1/catalog/services?domain=astrology', 400],
    ['/api/v1/catalog/services/XXX-001', 404],
    ['/api/v1/catalog/references/__proto__', 404],
  ])('answers %s with %i', async (path, status) => {
    expect((await anybody.get(path)).status).toBe(status);
  });

  it('names a form list for every field that chooses from one', async () => {
    const { body } = await anybody.get('/api/v1/catalog/services');
    const names = new Set(JSON.stringify(body).match(/(?<="x-reference":")[a-z-]+/g));

    for (const name of names) {
      expect((await anybody.get(`/api/v1/catalog/references/${name}`)).body.items.length).toBeGreaterThan(0);
    }
    expect(names.size).toBe(5);
  });

  it('is sent again only when it changed', async () => {
    const first = await anybody.get('/api/v1/catalog/services');
    const etag = first.headers.get('etag') ?? '';

    expect(await anybody.get('/api/v1/catalog/services', { 'if-none-match': etag })).toMatchObject({ status: 304 });
    expect(await anybody.get('/api/v1/catalog/services', { 'if-none-match': `"x", W/${etag}` })).toMatchObject({
      status: 304,
    });
    expect(await anybody.get('/api/v1/catalog/packages', { 'if-none-match': etag })).toMatchObject({ status: 200 });
  });

  it('is the same after it was seeded again', async () => {
    const editions = () => service.query('SELECT version, status, effective_from FROM catalogue_edition');
    const before = await editions();

    await prepareService(definition, service.settings);

    expect(await editions()).toEqual(before);
    expect(before).toEqual([{ version: 'shipped-1', status: 'PUBLISHED', effective_from: new Date(0) }]);
  });

  it('leads by questions to services, without a sign-in', async () => {
    const first = await anybody.get('/api/v1/catalog/finder');
    const last = await anybody.get('/api/v1/catalog/finder?answers=comply,water,release,week');

    expect(first.body).toMatchObject({ edition: 'shipped-1', answers: [], question: { id: 'goal' } });
    expect(last.body.question).toBeUndefined();
    expect(last.body.proposals).toMatchObject([{ kind: 'service', code: 'TST-008', inTime: expect.any(Boolean) }]);
    expect((await anybody.get('/api/v1/catalog/finder?answers=astrology')).body.type).toBe('FINDER.UNKNOWN_ANSWER');
    expect((await anybody.get("/api/v1/catalog/finder?answers='--")).status).toBe(400);
  });

  it('survives a database that is away for a moment', async () => {
    await service.cutConnections();

    await service.app.get(CurrentCatalogue).reload();

    expect((await anybody.get('/api/v1/catalog/packages')).status).toBe(200);
    await eventually(async () => expect((await anybody.get('/health/ready')).status).toBe(200));
  });
});
