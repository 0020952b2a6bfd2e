import { FixedClock } from '@nqi/kernel';
import { prepareService } from '@nqi/platform';
import { TestService, eventually, staffOf, type HttpClient } from '@nqi/test-kit';
import type { CatalogueService } from '../src/catalogue/catalogue.js';
import { CurrentCatalogue } from '../src/catalogue/current-catalogue.query.js';
import { definition } from '../src/definition.js';
import { ATicket } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { HUB, clerk, owner } from './builders/offices.js';

const EDITIONS = '/api/v1/catalogue-editions';
const NOON = '2026-11-24T12:00:00+08:00';
const ONE = '2026-11-24T12:05:00+08:00';

describe('Editions of the catalogue', () => {
  const clock = new FixedClock(NOON);
  let service: TestService;
  let editor: HttpClient;
  let other: HttpClient;
  let enterprise: HttpClient;

  beforeAll(async () => {
    service = await TestService.start(definition, { clock });
    editor = await service.as(staffOf(HUB, 'catalogue_editor', { username: 'editor-1' }));
    other = await service.as(staffOf(HUB, 'administrator', { username: 'editor-2' }));
    enterprise = await service.as(owner);
  });

  afterAll(() => service?.stop());

  const draft = (version: string, basedOn = 'shipped-1') => editor.post(EDITIONS, { version, basedOn });
  const put = (version: string, content: object) =>
    editor.send('PUT', `${EDITIONS}/${version}`, JSON.stringify({ content }), { 'content-type': 'application/json' });
  /** Renames MET-003, gives it another limit and one more field to fill in, and no longer offers MET-004. */
  const changed = (content: { services: CatalogueService[] }) => ({
    ...content,
    services: content.services.map((each) => {
      if (each.code === 'MET-004') return { ...each, enabled: false };
      if (each.code !== 'MET-003') return each;
      const purpose = { title: '用途', 'x-title-en': 'Purpose', type: 'string', minLength: 1 };
      const properties = { ...(each.form.properties as object), purpose };
      return {
        ...each,
        name: { zh: '计量器具校准', en: 'Calibration' },
        limits: { promised: { unit: 'calendar-day', n: 3 } },
        form: { ...each.form, properties, required: ['instruments', 'purpose'] },
      };
    }),
  });

  it('are for editors and oversight', async () => {
    expect((await enterprise.get(EDITIONS)).status).toBe(403);
    expect((await (await service.as(clerk)).get(EDITIONS)).status).toBe(403);
    expect((await editor.get(EDITIONS)).body.items).toMatchObject([{ version: 'shipped-1', inForce: true }]);
  });

  it('say what is wrong with a draft, field by field', async () => {
    const { body } = await draft('2026.2');
    const wrong = { ...body.content, services: [{ ...body.content.services[0], legalBasis: [1], fee: 1 }] };

    const refused = await put('2026.2', wrong);

    expect([refused.status, refused.body.type]).toEqual([422, 'CATALOGUE.INVALID']);
    expect(refused.body.details.faults.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/services/0/fee',
      '/services/0/legalBasis/0',
    ]);
  });

  it('are compared, and published by somebody else than drafted them', async () => {
    const { body } = await editor.get(`${EDITIONS}/2026.2`);
    expect((await put('2026.2', changed(body.content))).status).toBe(200);
    const { differences } = (await other.get(`${EDITIONS}/shipped-1/diff?with=2026.2`)).body;

    await other.post(`${EDITIONS}/2026.2/propose`, { effectiveFrom: ONE });
    const alone = await editor.post(`${EDITIONS}/2026.2/approve`, {});
    const self = await other.post(`${EDITIONS}/2026.2/approve`, {});
    const third = await service.as(staffOf(HUB, 'catalogue_editor', { username: 'editor-3' }));
    const approved = await third.post(`${EDITIONS}/2026.2/approve`, {});

    expect(differences).toContainEqual({ pointer: '/services/3/enabled', before: true, after: false });
    expect([alone.body.type, self.body.type]).toEqual(['CATALOGUE.SAME_PERSON', 'CATALOGUE.SAME_PERSON']);
    expect(approved.body).toMatchObject({ status: 'PUBLISHED', inForce: false });
  });

  it('take effect at their instant; what was filed before keeps its form, its limit and its name', async () => {
    await service.app.get(CurrentCatalogue).reload();
    const before = await enterprise.post('/api/v1/requests', aFiling());
    clock.set(ONE);
    const refused = await enterprise.post('/api/v1/requests', aFiling());
    const form = { instruments: [{ ref: 'CI001', qty: 1 }], purpose: '出厂检验' };
    const after = await enterprise.post('/api/v1/requests', aFiling({ items: [{ serviceCode: 'MET-003', form }] }));

    expect([before.status, refused.status, refused.body.errors?.[0]?.pointer, after.status]).toEqual([
      201,
      422,
      '/items/0/form/purpose',
      201,
    ]);
    const read = async (id: string) => (await enterprise.get(`/api/v1/requests/${id}`)).body;
    expect(await read(before.body.id)).toMatchObject({
      items: [{ serviceName: { zh: '计量器具校准(送检)' } }],
      promise: { workingDays: 7 },
    });
    expect(await read(after.body.id)).toMatchObject({
      items: [{ serviceName: { zh: '计量器具校准' } }],
      promise: { workingDays: 3 },
    });
    const { body } = await enterprise.get('/api/v1/catalog/services/MET-003');
    expect(body).toMatchObject({ version: 2, limits: { promised: 3, promisedAs: { unit: 'calendar-day', n: 3 } } });
    expect((await enterprise.get('/api/v1/catalog/services/MET-004')).status).toBe(404);

    const ticket = new ATicket({ requestId: before.body.id, itemId: before.body.items[0].id });
    await service.kafka.publish(ticket.routed());
    await service.kafka.publish(ticket.returned(2, '数量'));
    await eventually(async () => expect((await read(before.body.id)).status).toBe('RETURNED'));
    const corrected = await enterprise.post(
      `/api/v1/requests/${before.body.id}/items/${before.body.items[0].id}/correction`,
      { form: { instruments: [{ ref: 'CI001', qty: 2 }] } },
    );
    expect(corrected.status).toBe(200);
  });

  it('cannot be published over one that was published meanwhile', async () => {
    await draft('2026.3');
    await editor.post(`${EDITIONS}/2026.3/propose`, { effectiveFrom: '2026-12-01T00:00:00+08:00' });

    expect((await other.post(`${EDITIONS}/2026.3/approve`, {})).body).toMatchObject({
      type: 'CATALOGUE.OUTDATED',
      details: { newest: '2026.2' },
    });
  });

  it('that come with a release wait as a draft once people have published their own', async () => {
    await service.query(`UPDATE catalogue_edition SET content = json_build_object('services', content -> 'services',
      'packages', '[]'::json) WHERE version = 'shipped-1'`);

    await prepareService(definition, service.settings);
    await prepareService(definition, service.settings);

    const { items } = (await editor.get(EDITIONS)).body;
    expect(items).toContainEqual(expect.objectContaining({ version: 'shipped-2', status: 'DRAFT' }));
    expect(items.filter(({ version }: { version: string }) => version.startsWith('shipped'))).toHaveLength(2);
    expect((await enterprise.get('/api/v1/catalog/services/MET-003')).body.version).toBe(2);
  });
});
