import { HttpClient, TestService, eventually } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { auditor, owner } from './builders/offices.js';

describe('Tracking a request by its receipt', () => {
  let service: TestService;
  let anybody: HttpClient;
  let receipt: { id: string; requestNo: string; trackingCode: string; items: { id: string }[] };

  beforeAll(async () => {
    service = await TestService.start(definition);
    anybody = new HttpClient(service.url);
    receipt = (await (await service.as(owner)).post('/api/v1/requests', aFiling(), { 'idempotency-key': 'walk' })).body;
  });

  afterAll(() => service?.stop());

  const track = (number: string, code: string) =>
    anybody.get(`/api/v1/public/requests/${encodeURIComponent(number)}?code=${encodeURIComponent(code)}`);

  it('says how far it is, and nothing of whose it is or what stands in it', async () => {
    const { status, body } = await track(receipt.requestNo, receipt.trackingCode);

    expect(status).toBe(200);
    expect(body).toEqual({
      requestNo: receipt.requestNo,
      status: 'SUBMITTED',
      filedAt: expect.any(String),
      promise: { workingDays: 7, dueAt: expect.any(String), estimated: expect.any(Boolean) },
      nextStep: { zh: expect.stringContaining('受理'), en: expect.any(String) },
      items: [{ serviceName: { zh: '计量器具校准(送检)', en: expect.any(String) }, status: 'READY' }],
    });
  });

  it('takes number and code as people type them', async () => {
    const { trackingCode: code, requestNo } = receipt;
    const grouped = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();

    expect((await track(requestNo.toLowerCase(), grouped)).status).toBe(200);
  });

  it('follows what the tickets tell', async () => {
    const ticket = new ATicket({ requestId: receipt.id, itemId: receipt.items[0]?.id ?? '' });
    await service.kafka.publish(ticket.routed());
    await service.kafka.publish(ticket.accepted());

    await eventually(async () => {
      const { body } = await track(receipt.requestNo, receipt.trackingCode);
      expect(body).toMatchObject({ status: 'IN_PROGRESS', items: [{ status: 'ACCEPTED' }] });
    });
  });

  it('does not tell a wrong code from an unknown number', async () => {
    const wrong = await track(receipt.requestNo, '0'.repeat(12));
    const unknown = await track('ZZ-JL-20200101-999999', receipt.trackingCode);
    const { traceId: _one, ...first } = wrong.body;
    const { traceId: _two, ...second } = unknown.body;

    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect(first).toEqual(second);
    expect((await track(receipt.requestNo, '')).status).toBe(400);
    expect((await track('ZZ-\u0000', 'X')).status).toBe(404);
  });

  it('needs the same code however often it is asked for, shown to those who may call the applicant', async () => {
    const client = await service.as(owner);
    const replayed = await client.post('/api/v1/requests', aFiling(), { 'idempotency-key': 'walk' });
    const read = await client.get(`/api/v1/requests/${receipt.id}`);
    const overseen = await (await service.as(auditor)).get(`/api/v1/requests/${receipt.id}`);

    expect(replayed.body).toEqual(receipt);
    expect(read.body.trackingCode).toBe(receipt.trackingCode);
    expect(overseen.status).toBe(200);
    expect(overseen.body).not.toHaveProperty('trackingCode');
  });
});
