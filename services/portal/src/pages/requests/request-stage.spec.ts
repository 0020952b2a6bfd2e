import type { ItemStatus, RequestStatus } from '../../api/requests.js';
import { STAGES, stageOf } from './request-stage.js';

const stage = (status: RequestStatus, ...items: ItemStatus[]): string | undefined =>
  STAGES[stageOf({ status, items: items.map((item) => ({ status: item })) as never })];

describe('stageOf', () => {
  it.each([
    ['accepted', 'SUBMITTED', 'READY'],
    ['accepted', 'SUBMITTED', 'ROUTED'],
    ['working', 'IN_PROGRESS', 'ACCEPTED'],
    ['working', 'IN_PROGRESS', 'IN_PROGRESS'],
    ['rated', 'COMPLETED', 'COMPLETED'],
  ] as const)('is being %s when %s with an item %s', (under, status, item) => {
    expect(stage(status, item)).toBe(under);
  });

  it('is as far as its farthest item', () => {
    expect(stage('RETURNED', 'RETURNED', 'IN_PROGRESS')).toBe('working');
  });

  it('is past the end when it is rated', () => {
    expect(stageOf({ status: 'COMPLETED', items: [], rating: { stars: 5, reasons: [] } })).toBe(STAGES.length);
  });
});
