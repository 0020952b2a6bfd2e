import { FixedClock } from '@nqi/kernel';
import { TestService, anEnterprise, eventually, staffOf, type HttpClient } from '@nqi/test-kit';
import { PassDemandTimeHandler } from '../src/demands/pass-demand-time.handler.js';
import { definition } from '../src/definition.js';
import { enterpriseRegistered } from './builders/events.js';
import { HUB, clerk, dispatcher, lead, owner, stranger, walkIn } from './builders/offices.js';

const DEMANDS = '/api/v1/demands';
const NEED = {
  text: '客户要求提供锂电池组的安全检测报告，不知道该做哪些项目',
  contact: { name: '张三', phone: '0632-0000001' },
  regionCode: '370481',
  mode: 'online',
  urgency: 'normal',
};
const TEST = { ref: 'TP024', items: ['TP024-01'], samples: 2 };

describe('A general demand', () => {
  const clock = new FixedClock('2026-11-24T09:00:00+08:00');
  let service: TestService;
  let enterprise: HttpClient;
  let hub: HttpClient;

  const signIn = async () => {
    enterprise = await service.as(owner);
    hub = await service.as(dispatcher);
  };
  beforeAll(async () => {
    service = await TestService.start(definition, { clock });
    await signIn();
  });

  afterAll(() => service?.stop());

  const file = async (text = NEED.text): Promise<string> => {
    const { status, body } = await enterprise.post(DEMANDS, { ...NEED, text });
    expect(status).toBe(201);
    return body.requestId;
  };
  const propose = (id: string, serviceCode = 'TST-003', extra: object = {}) =>
    hub.post(`${DEMANDS}/${id}/propose`, {
      items: [{ serviceCode, form: { tests: [{ ...TEST, samples: undefined }] } }],
      message: '建议做安全检测',
      ...extra,
    });
  const request = async (id: string) => (await enterprise.get(`/api/v1/requests/${id}`)).body;
  const passTime = () => service.app.get(PassDemandTimeHandler).execute(100);

  it('is a request with the need as its item, which nobody is asked to route', async () => {
    const key = { 'idempotency-key': 'demand-1' };
    const first = await enterprise.post(DEMANDS, NEED, key);
    const again = await enterprise.post(DEMANDS, NEED, key);

    expect(again.body.requestId).toBe(first.body.requestId);
    expect(await request(first.body.requestId)).toMatchObject({
      status: 'SUBMITTED',
      items: [
        { serviceCode: 'GEN-DEMAND', serviceName: { zh: '综合需求' }, status: 'WAITING', form: { note: NEED.text } },
      ],
    });
    expect((await enterprise.post(DEMANDS, { ...NEED, regionCode: '110000' })).body.type).toBe(
      'REQUEST.UNKNOWN_REGION',
    );
  });

  it('is taken at the counter for an enterprise that is not registered, and becomes its own when it is', async () => {
    const counter = await service.as(clerk);
    const nobody = await counter.post(DEMANDS, NEED);
    const named = { ...NEED, mode: 'offline', enterpriseUscc: walkIn.uscc, enterpriseName: '柜台报的名字' };
    const { status, body } = await counter.post(DEMANDS, named);

    expect(nobody).toMatchObject({ status: 422, body: { type: 'REQUEST.ENTERPRISE_REQUIRED' } });
    expect([status, body.enterprise]).toEqual([201, { uscc: walkIn.uscc, name: '柜台报的名字' }]);
    const asFiled = await counter.get(`/api/v1/requests/${body.requestId}`);
    expect(asFiled.body.enterprise).toMatchObject({ uscc: walkIn.uscc, unverified: true });

    await service.kafka.publish(enterpriseRegistered(walkIn.uscc, walkIn.name));
    const own = await service.as(anEnterprise(walkIn.uscc, { organizationName: walkIn.name }));
    await eventually(async () =>
      expect((await own.get(`${DEMANDS}/${body.requestId}`)).body.enterprise).toEqual(walkIn),
    );
    expect((await own.get(`/api/v1/requests/${body.requestId}`)).body.enterprise).toEqual(walkIn);
  });

  it('is seen by the hub and its enterprise, by nobody else', async () => {
    const id = await file();
    const seenBy = async (principal: typeof owner) =>
      (await (await service.as(principal)).get(`${DEMANDS}/${id}`)).status;

    expect([await seenBy(owner), await seenBy(dispatcher), await seenBy(staffOf(HUB, 'lead'))]).toEqual([
      200, 200, 200,
    ]);
    expect([await seenBy(stranger), await seenBy(lead)]).toEqual([404, 404]);
    expect((await (await service.as(stranger)).post(`${DEMANDS}/${id}/decline`, { reason: '不' })).status).toBe(404);
    expect((await enterprise.post(`${DEMANDS}/${id}/propose`, { items: [], message: '' })).status).toBe(403);
  });

  it('becomes ordinary items of the same request when the enterprise confirms what the hub proposed', async () => {
    const id = await file();
    expect((await propose(id, 'TST-999')).body.type).toBe('DEMAND.UNKNOWN_SERVICE');
    expect((await propose(id)).body).toMatchObject({
      status: 'PROPOSED',
      proposal: { items: [{ serviceCode: 'TST-003' }] },
    });
    const incomplete = await enterprise.post(`${DEMANDS}/${id}/confirm`, {
      items: [{ serviceCode: 'TST-003', form: { tests: [{ ref: 'TP024', items: ['TP024-01'] }] } }],
    });
    const foreign = await enterprise.post(`${DEMANDS}/${id}/confirm`, {
      items: [{ serviceCode: 'TST-001', form: { tests: [TEST] } }],
    });
    const confirmed = await enterprise.post(`${DEMANDS}/${id}/confirm`, {
      items: [{ serviceCode: 'TST-003', form: { tests: [TEST] } }],
    });

    expect(incomplete.body.errors[0].pointer).toBe('/items/0/form/tests/0/samples');
    expect(foreign.body.type).toBe('DEMAND.NOT_PROPOSED');
    expect(confirmed.body.status).toBe('CONFIRMED');
    expect(await request(id)).toMatchObject({
      status: 'SUBMITTED',
      items: [
        { serviceCode: 'GEN-DEMAND', status: 'COMPLETED' },
        { serviceCode: 'TST-003', status: 'READY' },
      ],
    });
    expect(
      (
        await enterprise.post(`${DEMANDS}/${id}/confirm`, {
          items: [{ serviceCode: 'TST-003', form: { tests: [TEST] } }],
        })
      ).status,
    ).toBe(409);
  });

  it('becomes a package whose items wait for one another', async () => {
    const id = await file();
    const items = [
      { serviceCode: 'STD-002', form: { standards: [{ ref: 'GB 31241-2022' }] } },
      { serviceCode: 'TST-003', form: { tests: [TEST] } },
    ];
    await hub.post(`${DEMANDS}/${id}/propose`, { items, packageCode: 'PKG-LIB', message: '先核验标准' });

    expect((await enterprise.post(`${DEMANDS}/${id}/confirm`, { items })).status).toBe(200);
    expect(await request(id)).toMatchObject({
      packageCode: 'PKG-LIB',
      items: [{ status: 'COMPLETED' }, { status: 'READY' }, { status: 'WAITING' }],
    });
  });

  it('goes back to the hub when declined, and can be closed with a reason, which ends the request', async () => {
    const id = await file();
    await propose(id);
    const declined = await enterprise.post(`${DEMANDS}/${id}/decline`, { reason: '费用太高' });
    const closed = await hub.post(`${DEMANDS}/${id}/close`, { reason: '超出服务范围' });

    expect(declined.body).toMatchObject({ status: 'OPEN', declined: ['费用太高'] });
    expect(closed.body).toMatchObject({ status: 'CLOSED', closedFor: '超出服务范围' });
    expect((await request(id)).status).toBe('CANCELLED');
    const { body } = await enterprise.get(`/api/v1/requests/${id}/timeline`);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'filed',
      'demand-proposed',
      'demand-declined',
      'demand-closed',
    ]);
  });

  it('ends with its request when the enterprise withdraws that', async () => {
    const id = await file();
    expect((await enterprise.post(`/api/v1/requests/${id}/cancel`, { reason: '不需要了' })).status).toBe(200);

    expect((await hub.get(`${DEMANDS}/${id}`)).body).toMatchObject({ status: 'CLOSED', closedFor: 'WITHDRAWN' });
    expect((await propose(id)).status).toBe(409);
  });

  it('that nobody answers is closed with that as the reason, once, by however many replicas', async () => {
    const answered = await file();
    const silent = await file();
    await propose(silent);
    clock.set('2026-12-02T09:00:00+08:00');
    await signIn();

    await Promise.all([passTime(), passTime()]);
    await passTime();

    expect((await hub.get(`${DEMANDS}/${silent}`)).body).toMatchObject({ status: 'CLOSED', closedFor: 'NO_ANSWER' });
    expect((await request(silent)).status).toBe('CANCELLED');
    expect((await hub.get(`${DEMANDS}/${answered}`)).body).toMatchObject({ status: 'OPEN', overdue: true });
    expect(
      (await hub.get(`${DEMANDS}?status=OPEN`)).body.items.map(({ requestId }: { requestId: string }) => requestId),
    ).toContain(answered);
  });
});
