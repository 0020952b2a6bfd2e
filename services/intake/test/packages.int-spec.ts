import { TOPICS } from '@nqi/contracts';
import { TestService, eventually, type HttpClient, type SeenEvent } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { owner } from './builders/offices.js';

/** 医院计量包: the visit on site is planned by the list that was put on record. */
const HOSPITAL = [
  { serviceCode: 'MET-001', form: { instruments: [{ ref: 'MI001', qty: 1 }] } },
  { serviceCode: 'MET-002', form: { instruments: [{ ref: 'MI001', qty: 1 }] } },
  { serviceCode: 'TRN-002', form: { participants: 3 } },
];

describe('A package is one thing', () => {
  let service: TestService;
  let enterprise: HttpClient;
  let events: readonly SeenEvent[];

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
    events = await service.kafka.watch(TOPICS.request.name);
  });

  afterAll(() => service?.stop());

  async function file(idempotencyKey?: string) {
    const body = aFiling({ items: HOSPITAL, packageCode: 'PKG-HOSP' });
    const answer = await enterprise.post(
      '/api/v1/requests',
      body,
      idempotencyKey ? { 'idempotency-key': idempotencyKey } : {},
    );
    expect(answer.status).toBe(201);
    const itemOf = (code: string) =>
      answer.body.items.find((item: { serviceCode: string }) => item.serviceCode === code);
    const ticketFor = (code: string) => new ATicket({ requestId: answer.body.id, itemId: itemOf(code).id });
    return {
      id: answer.body.id as string,
      receipt: answer.body,
      ticketFor,
      path: `/api/v1/requests/${answer.body.id}`,
    };
  }

  const statuses = async (path: string) =>
    Object.fromEntries(
      (await enterprise.get(path)).body.items.map(({ serviceCode, status }: Record<string, string>) => [
        serviceCode,
        status,
      ]),
    );
  const readyEvents = (id: string) =>
    events
      .filter(({ key, type }) => key === id && type.endsWith('RequestItemReady'))
      .map(({ content }) => (content as { serviceCode: string }).serviceCode);

  it('routes only what waits for nothing, and promises the longest way', async () => {
    const { id, path, receipt } = await file();

    expect(receipt.items.map(({ status }: { status: string }) => status)).toEqual(['READY', 'WAITING', 'READY']);
    await eventually(() => expect(readyEvents(id)).toEqual(['MET-001', 'TRN-002']));
    const { promise, plan } = (await enterprise.get(path)).body;
    expect(promise).toMatchObject({ workingDays: 20, estimated: false });
    expect(plan).toBeUndefined();
  });

  it('begins what waited when its input is there, once, however often that is told', async () => {
    const { id, path, ticketFor } = await file();
    const record = ticketFor('MET-001');

    await service.kafka.publishAll([record.routed(), record.resolved(), record.resolved()]);

    await eventually(async () =>
      expect(await statuses(path)).toMatchObject({ 'MET-001': 'COMPLETED', 'MET-002': 'READY' }),
    );
    await eventually(() => expect(readyEvents(id).sort()).toEqual(['MET-001', 'MET-002', 'TRN-002']));
    const visit = ticketFor('MET-002');
    await service.kafka.publishAll([visit.routed(), visit.resolved(), ticketFor('TRN-002').resolved()]);
    await eventually(async () => expect((await enterprise.get(path)).body.status).toBe('COMPLETED'));
  });

  it('gives up what needed a result that never comes, and tells the enterprise', async () => {
    const { id, path, ticketFor } = await file();
    const record = ticketFor('MET-001');

    await service.kafka.publishAll([record.routed(), record.cancelled(2)]);

    await eventually(async () =>
      expect(await statuses(path)).toMatchObject({ 'MET-001': 'CANCELLED', 'MET-002': 'CANCELLED' }),
    );
    await eventually(() => {
      const forgone = events.filter(({ key, type }) => key === id && type.endsWith('RequestItemForgone'));
      expect(forgone.map(({ content }) => content)).toMatchObject([
        { serviceCode: 'MET-002', serviceNameZh: expect.any(String) },
      ]);
    });
    const { body } = await enterprise.get(`${path}/timeline`);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('item-forgone');
  });

  it('answers a repeated filing with the receipt of the first, also when things have moved on', async () => {
    const { ticketFor, path, receipt } = await file('package-1');
    await service.kafka.publishAll([ticketFor('MET-001').resolved()]);
    await eventually(async () => expect((await statuses(path))['MET-002']).toBe('READY'));

    expect((await file('package-1')).receipt).toEqual(receipt);
  });

  it('is withdrawn as a whole: nothing that waited begins afterwards', async () => {
    const { id, path, ticketFor } = await file();
    await enterprise.post(`${path}/cancel`, { reason: '不再需要' });

    await service.kafka.publishAll([ticketFor('MET-001').resolved()]);
    await eventually(async () => expect((await service.lag()).total).toBe(0));

    expect((await statuses(path))['MET-002']).toBe('CANCELLED');
    expect(readyEvents(id)).not.toContain('MET-002');
  });

  it('shows in the catalogue what waits for what, and how long all of it takes', async () => {
    const { body } = await (await service.as()).get('/api/v1/catalog/packages');

    expect(body.items.find(({ code }: { code: string }) => code === 'PKG-HOSP')).toMatchObject({
      promisedDays: 20,
      legs: expect.arrayContaining([{ serviceCode: 'MET-002', needsResultsOf: ['MET-001'], comesAfter: [] }]),
    });
  });
});
