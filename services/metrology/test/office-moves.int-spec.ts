import { JobDesk, NODE_PATH, eventually, officeMoved, staffOf, ticketsOf } from '@nqi/test-kit';
import { definition } from '../src/definition.js';

const HUB = 'PROV-370000/HUB-370400';
const SHIZHONG = `${HUB}/WS-370402`;
const SCALES = {
  instruments: [{ ref: 'MI004', name: '数字指示秤', qty: 1, model: 'M599', serials_from: 'S55244' }],
};
const aTicket = ticketsOf('metrology', 'ORG005');

describe('the work of an office that moves', () => {
  let desk: JobDesk;

  beforeAll(async () => {
    desk = await JobDesk.start(definition, 'metrology', 'ORG005');
  });
  afterAll(() => desk.stop());

  it('is reached from its new place: jobs, deliverables and the ledger; and so is what comes later', async () => {
    const { service } = desk;
    await desk.toTheEnd(await desk.opened(aTicket('MET-001'), SCALES));
    const seen = async (path: string): Promise<number[]> => {
      const reader = await service.as(staffOf(path, 'lead'));
      const [jobs, deliverables, instruments] = await Promise.all(
        ['jobs', 'deliverables', 'instruments'].map((what) => reader.get(`/api/v1/metrology/${what}`)),
      );
      return [jobs, deliverables, instruments].map((answer) => answer?.body.items.length);
    };
    const there = `${SHIZHONG}/WS-370481`;
    await eventually(async () => expect(await seen(NODE_PATH)).toEqual([1, 1, 1]));

    await service.kafka.publish(officeMoved({ from: NODE_PATH, under: SHIZHONG }));

    await eventually(async () => {
      expect(await seen(there)).toEqual([1, 1, 1]);
      expect(await seen(SHIZHONG)).toEqual([1, 1, 1]);
      expect(await seen(NODE_PATH)).toEqual([0, 0, 0]);
    });
    await desk.opened(aTicket('MET-001'), SCALES);
    expect([await seen(there), await seen(NODE_PATH)]).toEqual([
      [2, 1, 1],
      [0, 0, 0],
    ]);
    expect(await service.deadLetters()).toEqual([]);
  });
});
