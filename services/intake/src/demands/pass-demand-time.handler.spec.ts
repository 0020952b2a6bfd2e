import { FixedClock } from '@nqi/kernel';
import type { OfficeCalendar } from '../calendar/office-calendar.js';
import type { RequestRepository } from '../requests/request.repository.js';
import type { DemandRepository } from './demand.repository.js';
import { PassDemandTimeHandler } from './pass-demand-time.handler.js';

/** Three demands are due, and what is stored of `broken` ones cannot be read. */
function handlerWith(broken: readonly string[]) {
  const passed: string[] = [];
  const requests = {
    update: async (id: string) => {
      if (broken.includes(id)) throw new Error('damaged');
      passed.push(id);
    },
  } as unknown as RequestRepository;
  const demands = { due: async () => ['one', 'two', 'three'] } as unknown as DemandRepository;
  const clock = new FixedClock('2026-11-24T09:00:00+08:00');
  return { passed, handler: new PassDemandTimeHandler(requests, demands, {} as OfficeCalendar, clock) };
}

describe('the time of demands', () => {
  it('passes for all that are due', async () => {
    const { passed, handler } = handlerWith([]);

    expect(await handler.execute(100)).toBe(3);
    expect(passed).toEqual(['one', 'two', 'three']);
  });

  it('passes for the others too when it fails for one, and says for which', async () => {
    const { passed, handler } = handlerWith(['one']);

    await expect(handler.execute(100)).rejects.toThrow(/one \(Error: damaged\)/);
    expect(passed).toEqual(['two', 'three']);
  });
});
