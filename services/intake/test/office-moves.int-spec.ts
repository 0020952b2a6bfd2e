import { TestService, eventually, officeMoved, staffOf } from '@nqi/test-kit';
import { definition } from '../src/definition.js';
import { ATicket } from './builders/events.js';
import { aFiling } from './builders/filings.js';
import { SHIZHONG, TENGZHOU, TENGZHOU_PARK, owner } from './builders/offices.js';

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
});
