import { TicketChoiceDueSchema, TicketInstitutionChosenSchema, TOPICS } from '@nqi/contracts';
import { anEnterprise, eventually, type HttpClient } from '@nqi/test-kit';
import { anItem, ready, type Item } from './builders/events.js';
import { COUNTY, SHIZHONG, TestRouting } from './builders/service.js';

const FORM = { instruments: [{ ref: 'CI001', name: '游标卡尺', qty: 3, range: '0~300 mm', accuracy: '±0.03 mm' }] };
const calibration = (): Item => anItem({ serviceCode: 'MET-003', form: FORM });

describe('who performs what law leaves to the client', () => {
  let routing: TestRouting;
  let enterprise: HttpClient;
  let clerk: HttpClient;

  beforeAll(async () => {
    routing = await TestRouting.start();
    enterprise = await routing.service.as(anEnterprise(anItem().uscc));
    clerk = await routing.as(COUNTY);
  });
  afterAll(() => routing.stop());

  const path = (id: string | undefined, what: string) => `/api/v1/tickets/${id}/${what}`;

  it('is proposed in ranked order, chosen by the client, told and on the receipt', async () => {
    const events = await routing.service.kafka.watch(TOPICS.ticket.name);
    const [id] = await routing.route(calibration());
    const before = await enterprise.get(path(id, 'proposals'));
    const waiting = await clerk.get(`/api/v1/tickets/${id}`);
    const paused = await clerk.get('/api/v1/tickets?sla=PAUSED');
    const choice = { institutionId: before.body.items[1].institutionId };
    const chosen = await enterprise.send('POST', path(id, 'choice'), JSON.stringify(choice), {
      'content-type': 'application/json',
      'if-match': before.headers.get('etag') ?? '',
    });

    expect(before.body).toMatchObject({ awaited: true, institutionChoice: 'awaited' });
    expect(waiting.body).toMatchObject({
      sla: 'PAUSED',
      standing: { standsFor: 'CLIENT_CHOICE', nextTimer: { clock: 'choice', kind: 'half-0' } },
    });
    expect(paused.body.items.map((ticket: { id: string }) => ticket.id)).toContain(id);
    expect(before.body.items.map((item: { rank: number }) => item.rank)).toEqual(
      before.body.items.map((_: unknown, index: number) => index + 1),
    );
    expect(before.body.items[0]).toMatchObject({ institutionId: 'ORG039', reasons: [{ zh: '就在受理站辖区内' }] });
    expect(JSON.stringify(before.body)).not.toMatch(/score|openTickets|verdict/);
    expect(chosen).toMatchObject({ status: 200, body: { awaited: false, institutionChoice: 'client', ...choice } });
    const receipt = await clerk.get(path(id, 'decision'));
    expect(receipt.body.choices).toMatchObject([{ ...choice, onBehalf: false }]);
    await eventually(() => {
      const types = events.filter(({ key }) => key === id).map(({ type }) => type);
      expect(types.slice(1)).toEqual([TicketChoiceDueSchema.typeName, TicketInstitutionChosenSchema.typeName]);
    });
    expect((await clerk.get(`/api/v1/tickets/${id}`)).body).toMatchObject({
      sla: 'ON_TIME',
      segments: [
        { state: 'paused', cause: 'CLIENT_CHOICE', actor: 'system' },
        { state: 'running', cause: 'CHOSEN' },
      ],
    });
    expect((await clerk.post(path(id, 'accept'))).body).toMatchObject({ status: 'ACCEPTED', ...choice });
    const late = await enterprise.post(path(id, 'choice'), { institutionId: 'ORG039' });
    expect([late.status, late.body.type]).toEqual([409, 'TICKET.NO_CHOICE_DUE']);
  });

  it('is nobody’s to accept while the client has not chosen; an office may write the choice down', async () => {
    const [id] = await routing.route(calibration());
    const early = await clerk.post(path(id, 'accept'));
    const silent = await clerk.post(path(id, 'choice'), { institutionId: 'ORG005' });
    const told = await clerk.post(path(id, 'choice'), { institutionId: 'ORG005', note: '企业来电' });

    expect([early.status, early.body.type]).toEqual([409, 'TICKET.CLIENT_CHOICE_DUE']);
    expect([silent.status, silent.body.type]).toEqual([422, 'TICKET.NOTE_NEEDED']);
    expect(told.body).toMatchObject({ institutionId: 'ORG005', institutionChoice: 'client' });
    expect((await clerk.get(path(id, 'decision'))).body.choices).toMatchObject([
      { institutionId: 'ORG005', onBehalf: true, note: '企业来电' },
    ]);
    expect((await clerk.post(path(id, 'accept'))).body).toMatchObject({ status: 'ACCEPTED', institutionId: 'ORG005' });
  });

  it('must be able to do it, and is of no concern to strangers', async () => {
    const [id] = await routing.route(calibration());
    const unable = await enterprise.post(path(id, 'choice'), { institutionId: 'ORG011' });
    const unknown = await enterprise.post(path(id, 'choice'), { institutionId: 'ORG999' });
    const strangers = [await routing.service.as(anEnterprise('91370402XD7632673D')), await routing.as(SHIZHONG)];

    expect([unable.status, unable.body.type]).toEqual([422, 'TICKET.INSTITUTION_NOT_ELIGIBLE']);
    expect([unknown.status, unknown.body.type]).toEqual([422, 'TICKET.INSTITUTION_NOT_ELIGIBLE']);
    for (const stranger of strangers) {
      expect((await stranger.get(path(id, 'proposals'))).status).toBe(404);
      expect((await stranger.post(path(id, 'choice'), { institutionId: 'ORG005', note: 'x' })).status).toBe(404);
    }
  });

  it('is the platform’s when the client ticks so, and the law’s where it designates', async () => {
    const ticked = calibration();
    await routing.service.kafka.publish(ready(ticked, { recommendedByPlatform: true }));
    const id = await routing.ticketOf(ticked.itemId);
    const [designated] = await routing.route(anItem());

    expect((await clerk.get(`/api/v1/tickets/${id}`)).body).toMatchObject({
      institutionChoice: 'platform',
      institutionId: 'ORG039',
    });
    const { body } = await enterprise.get(path(designated, 'proposals'));
    expect(body).toMatchObject({ awaited: false, institutionChoice: 'statutory', items: [] });
    const against = await enterprise.post(path(designated, 'choice'), { institutionId: 'ORG005' });
    expect([against.status, against.body.type]).toEqual([409, 'TICKET.NO_CHOICE_DUE']);
  });
});
