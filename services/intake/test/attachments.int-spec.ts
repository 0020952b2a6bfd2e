import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@nqi/kernel';
import { TestService, eventually, staffOfInstitution, type HttpClient } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { AJob, ATicket, type FiledItem } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { PDF } from './builders/files.js';
import { clerk, dispatcher, foreignClerk, owner, stranger } from './builders/offices.js';

const ITEM = { serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] } };
const LIST = '/api/v1/materials';

describe('Materials named with requests', () => {
  let directory: string;
  let service: TestService;
  let enterprise: HttpClient;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nqi-attachments-'));
    process.env['MATERIAL_DIR'] = directory;
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
  });

  afterAll(async () => {
    await service?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function uploaded(who: HttpClient, title: string, more: Record<string, string> = {}): Promise<string> {
    const response = await fetch(`${service.url}${LIST}?${new URLSearchParams({ title, kind: 'licence', ...more })}`, {
      method: 'POST',
      headers: {
        authorization: who.authorization,
        'content-type': 'application/octet-stream',
        'x-file-name': 'a.pdf',
      },
      body: new Uint8Array(PDF),
    });
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  }

  const file = (materials: unknown) =>
    enterprise.post('/api/v1/requests', aFiling({ items: [{ ...ITEM, materials: materials as string[] }] }));

  async function filed(materials: string[]): Promise<{ request: string; item: FiledItem }> {
    const { status, body } = await file(materials);
    expect(status).toBe(201);
    return { request: body.id, item: { requestId: body.id, itemId: body.items[0].id } };
  }

  const shown = async (request: string) => (await enterprise.get(`/api/v1/requests/${request}`)).body.items[0];

  it('keeps what was named with the version that it was named in', async () => {
    const first = await uploaded(enterprise, '营业执照');
    const { request } = await filed([first, first]);
    await uploaded(enterprise, '营业执照');

    expect((await shown(request)).materials).toMatchObject([
      { id: first, title: '营业执照', version: 1, content: `${LIST}/${first}/content` },
    ]);
  });

  it('refuses at once, by pointer, what is another’s, expired, not yet valid or retired, and files nothing', async () => {
    const foreign = await uploaded(await service.as(stranger), '别家');
    const expired = await uploaded(enterprise, '过期', { validUntil: '2020-01-01' });
    const early = await uploaded(enterprise, '未生效', { validFrom: '2099-01-01' });
    const retired = await uploaded(enterprise, '停用');
    await enterprise.post(`${LIST}/${retired}/retire`);
    const before = (await enterprise.get('/api/v1/requests')).body.items.length;

    const { status, body } = await file([foreign, expired, early, retired, newId()]);

    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      [0, 1, 2, 3, 4].map((i) => `/items/0/materials/${i}`),
    );
    expect((await enterprise.get('/api/v1/requests')).body.items.length).toBe(before);
    expect((await file(['x'])).status).toBe(400);
    expect((await file(Array.from({ length: 21 }, () => newId()))).status).toBe(400);
  });

  it('lets those read it who handle the item, and nothing else of the enterprise', async () => {
    const [named, unnamed] = [await uploaded(enterprise, '已附'), await uploaded(enterprise, '未附')];
    const { item } = await filed([named]);
    const office = await service.as(clerk);
    const laboratory = await service.as(staffOfInstitution('ORG005', 'technician'));
    expect((await office.get(`${LIST}/${named}`)).status).toBe(404);

    await service.kafka.publish(new ATicket(item).routed());

    await eventually(async () => expect((await office.get(`${LIST}/${named}/content`)).status).toBe(200));
    for (const who of [laboratory, await service.as(dispatcher)]) {
      expect((await who.get(`${LIST}/${named}`)).status).toBe(200);
      expect((await who.get(`${LIST}/${unnamed}`)).status).toBe(404);
    }
    expect((await office.get(`${LIST}/${unnamed}`)).status).toBe(404);
    for (const who of [
      await service.as(foreignClerk),
      await service.as(stranger),
      await service.as(staffOfInstitution('ORG006', 'technician')),
    ]) {
      expect((await who.get(`${LIST}/${named}`)).status).toBe(404);
      expect((await who.post(`${LIST}/${named}/address`)).status).toBe(404);
    }
  });

  it('adds to a returned item with its correction, or not at all', async () => {
    const [first, second] = [await uploaded(enterprise, '初次'), await uploaded(enterprise, '补正')];
    const { request, item } = await filed([first]);
    const ticket = new ATicket(item);
    await service.kafka.publishAll([ticket.routed(), ticket.returned(2, '缺营业执照')]);
    await eventually(async () => expect((await shown(request)).status).toBe('RETURNED'));
    const correction = `/api/v1/requests/${request}/items/${item.itemId}/correction`;

    const refused = await enterprise.post(correction, { form: ITEM.form, materials: [second, newId()] });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/materials/1' }] } });
    expect((await shown(request)).materials).toHaveLength(1);

    expect((await enterprise.post(correction, { form: ITEM.form, materials: [second] })).status).toBe(200);
    expect((await shown(request)).materials.map(({ id }: { id: string }) => id)).toEqual([first, second]);
  });

  it('puts what was issued into the library once, for the next request, without a copy', async () => {
    const { item } = await filed([]);
    const job = new AJob(item);
    await service.kafka.publishAll([job.issued(), job.issued()]);

    const inLibrary = async () =>
      (await enterprise.get(`${LIST}?kind=certificate`)).body.items.filter(
        ({ deliverable }: { deliverable?: { id: string } }) => deliverable?.id === job.deliverableId,
      );
    await eventually(async () => expect(await inLibrary()).toHaveLength(1));
    const [material] = await inLibrary();
    const document = `/api/v1/metrology/deliverables/${job.deliverableId}/document`;
    expect(material).toMatchObject({ title: '校准证书 JL-2026-000001', validUntil: '2027-11-23', document });

    const next = await filed([material.id]);
    expect((await shown(next.request)).materials).toMatchObject([{ id: material.id, content: document }]);
    expect((await enterprise.get(`${LIST}/${material.id}/content`)).body.type).toBe('MATERIAL.NO_FILE_HERE');
    expect(await service.deadLetters()).toEqual([]);
  });
});
