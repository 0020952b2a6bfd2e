import { eventually, type HttpClient } from '@nqi/test-kit';
import { anItem, cancelled } from './builders/events.js';
import { COUNTY, HUB, SHIZHONG, TestRouting } from './builders/service.js';

const REFERRALS = '/api/v1/network/referrals';
const XUECHENG = `${HUB}/WS-370403`;

describe('referrals between offices', () => {
  let routing: TestRouting;
  let owner: HttpClient;
  let partner: HttpClient;
  let hub: HttpClient;
  let stranger: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    owner = await routing.as(COUNTY);
    partner = await routing.as(SHIZHONG);
    hub = await routing.as(HUB);
    stranger = await routing.as(XUECHENG);
  });
  afterAll(() => routing.stop());

  const acceptedTicket = async (item = anItem()) => {
    const [id] = await routing.route(item);
    await owner.post(`/api/v1/tickets/${id}/accept`);
    return id as string;
  };
  const draft = async (fields: object = {}, headers: Record<string, string> = {}) =>
    owner.post(
      REFERRALS,
      { ticketId: await acceptedTicket(), purpose: '借用标准砝码检定', limitDays: 3, ...fields },
      headers,
    );
  const step = (id: string, name: string, by: HttpClient, body: object = {}, headers: Record<string, string> = {}) =>
    by.post(`${REFERRALS}/${id}/${name}`, body, headers);

  it('go out and come back, with every hand they passed through', async () => {
    const made = await draft({ candidates: ['WS-370402', 'HUB-370400'] });
    expect(made).toMatchObject({
      status: 201,
      body: { status: 'DRAFTED', ownerCode: 'WS-370481', candidates: ['WS-370402', 'HUB-370400'], version: 1 },
    });
    const { id } = made.body;
    expect((await partner.get(`${REFERRALS}/${id}`)).status).toBe(404);

    const asked = await step(id, 'offer', owner, {}, { 'if-match': '"1"' });
    expect(asked.headers.get('etag')).toBe('"2"');
    expect(asked.body).toMatchObject({ status: 'OFFERED', partnerCode: 'WS-370402', late: false });
    expect((await step(id, 'accept', owner)).status).toBe(403);
    expect((await step(id, 'accept', stranger)).status).toBe(404);
    expect((await step(id, 'accept', partner, {}, { 'if-match': '"1"' })).status).toBe(412);
    expect((await step(id, 'accept', partner)).body.status).toBe('ACCEPTED');
    expect((await step(id, 'receive', partner, { note: '完好' })).body.type).toBe('REFERRAL.ILLEGAL_MOVE');
    await step(id, 'dispatch', owner, { note: '电子秤 2 台' });
    expect((await step(id, 'cancel', owner, { note: '不用了' })).body.type).toBe('REFERRAL.ILLEGAL_MOVE');
    const received = await step(id, 'receive', partner, { note: '外观完好，2 台' });
    expect(received.body).toMatchObject({ status: 'RECEIVED', late: false, dueAt: expect.any(String) });
    await step(id, 'return', partner, { note: '检定证书 2 份，电子秤 2 台' });
    const closed = await step(id, 'close', owner);

    expect(
      closed.body.history.map(({ step: name, office }: { step: string; office: string }) => `${name} ${office}`),
    ).toEqual([
      'DRAFTED WS-370481',
      'OFFERED WS-370402',
      'ACCEPTED WS-370402',
      'DISPATCHED WS-370481',
      'RECEIVED WS-370402',
      'RETURNED WS-370402',
      'CLOSED WS-370481',
    ]);
    const ticket = await owner.get(`/api/v1/tickets/${closed.body.ticketId}`);
    expect(ticket.body).toMatchObject({ nodeCode: 'WS-370481', status: 'ACCEPTED' });
  });

  it('go on to the next office when one declines with its reason, and end with none left', async () => {
    const { body } = await draft({ candidates: ['WS-370402', 'HUB-370400'] });
    await step(body.id, 'offer', owner);

    expect((await step(body.id, 'decline', partner, {})).status).toBe(400);
    const declined = await step(body.id, 'decline', partner, { reasonCode: 'OVERLOADED', note: '本周已排满' });
    expect(declined.body).toMatchObject({ status: 'OFFERED', partnerCode: 'HUB-370400', candidates: [] });
    expect((await partner.get(`${REFERRALS}/${body.id}`)).status).toBe(404);
    const left = await step(body.id, 'decline', hub, { reasonCode: 'NO_CAPABILITY' });

    expect(left.body).toMatchObject({ status: 'DECLINED' });
    expect((await step(body.id, 'offer', owner)).body.type).toBe('REFERRAL.NO_CANDIDATE');
    expect((await step(body.id, 'offer', owner, { candidates: ['WS-370481'] })).body.type).toBe(
      'REFERRAL.UNFIT_CANDIDATE',
    );
    expect((await step(body.id, 'offer', owner, { candidates: ['WS-370403'] })).body.partnerCode).toBe('WS-370403');
  });

  it('find candidates by themselves: beside, then above', async () => {
    const { body } = await draft();

    expect(body.candidates.slice(-2)).toEqual(['HUB-370400', 'PROV-370000']);
    expect(body.candidates).not.toContain('WS-370481');
  });

  it('are drafted once however often, for a ticket of the own office that is accepted', async () => {
    const ticketId = await acceptedTicket();
    const wish = { ticketId, candidates: ['WS-370402'] };
    const [first, second] = [
      await draft(wish, { 'idempotency-key': 'r-1' }),
      await draft(wish, { 'idempotency-key': 'r-1' }),
    ];
    expect(second.body.id).toBe(first.body.id);

    const [waiting] = await routing.route(anItem());
    expect((await draft({ ticketId: waiting })).body.type).toBe('REFERRAL.TICKET_NOT_OPEN');
    const foreign = await partner.post(REFERRALS, { ticketId, purpose: '检定', limitDays: 3 });
    expect(foreign.body.type).toBe('REFERRAL.TICKET_NOT_OPEN');
  });

  it('are listed to the offices that gave them or were asked, newest first', async () => {
    const ticketId = await acceptedTicket();
    const ids: string[] = [];
    for (const purpose of ['甲', '乙', '丙']) {
      const { body } = await draft({ ticketId, purpose, candidates: ['WS-370403'] });
      ids.unshift(body.id);
      await step(body.id, 'offer', owner);
    }

    const first = await stranger.get(`${REFERRALS}?ticketId=${ticketId}&status=OFFERED&limit=2`);
    const second = await stranger.get(`${REFERRALS}?ticketId=${ticketId}&limit=2&cursor=${first.body.nextCursor}`);
    const seen = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);

    expect(seen).toEqual(ids);
    expect((await partner.get(`${REFERRALS}?ticketId=${ticketId}`)).body.items).toEqual([]);
    expect((await hub.get(`${REFERRALS}?ticketId=${ticketId}`)).body.items).toHaveLength(3);
  });

  it('are given up with their ticket, except what is out of the house', async () => {
    const item = anItem();
    const ticketId = await acceptedTicket(item);
    const here = (await draft({ ticketId, candidates: ['WS-370402'] })).body.id as string;
    const out = (await draft({ ticketId, candidates: ['WS-370402'] })).body.id as string;
    await step(out, 'offer', owner);
    await step(out, 'accept', partner);
    await step(out, 'dispatch', owner, { note: '样品 1 件' });

    await routing.service.kafka.publishAll([cancelled(item)]);

    await eventually(async () => expect((await owner.get(`${REFERRALS}/${here}`)).body.status).toBe('CANCELLED'));
    expect((await owner.get(`${REFERRALS}/${out}`)).body.status).toBe('DISPATCHED');
    expect((await step(out, 'receive', partner, { note: '完好' })).body.status).toBe('RECEIVED');
  });
});
