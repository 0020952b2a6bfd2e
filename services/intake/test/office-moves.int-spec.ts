import { TestService, eventually, officeMoved, staffOf } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { HUB, SHIZHONG, TENGZHOU, TENGZHOU_PARK, owner } from './builders/offices.js';

const MOVED_HUB = 'PROV-330000/HUB-370400';
const METROLOGY = { serviceCode: 'MET-003', form: { instruments: [{ ref: 'CI001', qty: 3 }] } };

describe('requests at an office that moves', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start(definition);
  });
  afterAll(() => service.stop());

  it('are reached from its new place and no more from its old one, whatever order the events come in', async () => {
    const enterprise = await service.as(owner);
    const tickets: ATicket[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { body } = await enterprise.post('/api/v1/requests', aFiling({ items: [METROLOGY] }));
      tickets.push(new ATicket({ requestId: body.id, itemId: body.items[0].id }, TENGZHOU_PARK));
    }
    const seen = async (...paths: string[]): Promise<number[]> =>
      Promise.all(
        paths.map(async (path) => {
          const reader = await service.as(staffOf(path, 'lead', { username: `lead-${path.slice(-9)}` }));
          return (await reader.get('/api/v1/requests')).body.items.length;
        }),
      );
    const there = `${SHIZHONG}/WS-370481901`;
    await service.kafka.publishAll(tickets.slice(0, 2).map((ticket) => ticket.routed()));
    await eventually(async () => expect(await seen(TENGZHOU, SHIZHONG, there)).toEqual([2, 0, 0]));

    await service.kafka.publish(officeMoved({ from: TENGZHOU_PARK, under: SHIZHONG }));
    await eventually(async () => expect(await seen(TENGZHOU, SHIZHONG, there)).toEqual([0, 2, 2]));
    await service.kafka.publishAll(tickets.flatMap((ticket, i) => (i === 2 ? [ticket.routed()] : [ticket.accepted()])));

    await eventually(async () => expect(await seen(TENGZHOU, SHIZHONG, there)).toEqual([0, 3, 3]));
    await eventually(async () => expect((await service.lag()).total).toBe(0));
    expect(await seen(TENGZHOU, SHIZHONG, there)).toEqual([0, 3, 3]);
  });

  it('and so are needs in words', async () => {
    const demand = '/api/v1/demands';
    const enterprise = await service.as(owner);
    const need = { text: '不知道该做哪些检测', contact: aFiling().contact, regionCode: '370481' };
    const filed = await enterprise.post(demand, { ...need, mode: 'online', urgency: 'normal' });
    expect(filed.status).toBe(201);
    const seenAt = async (path: string) =>
      (await (await service.as(staffOf(path, 'lead'))).get(demand)).body.items?.length;
    expect(await seenAt(HUB)).toBe(1);

    await service.kafka.publish(officeMoved({ from: HUB, under: 'PROV-330000' }));

    await eventually(async () => expect([await seenAt(HUB), await seenAt(MOVED_HUB)]).toEqual([0, 1]));
    expect((await enterprise.post(demand, { ...need, mode: 'online', urgency: 'normal' })).status).toBe(201);
    expect([await seenAt(HUB), await seenAt(MOVED_HUB)]).toEqual([0, 2]);
  });
});
