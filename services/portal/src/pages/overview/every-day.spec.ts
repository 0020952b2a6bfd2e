import type { DayFigures } from '../../api/insight.js';
import { everyDay } from './every-day.js';

describe('everyDay', () => {
  it('fills the days on which nothing was filed', () => {
    const known = { day: '2026-11-30', filed: 3, resolved: 1 } as DayFigures;

    expect(everyDay({ from: '2026-11-29', to: '2026-12-01' }, [known])).toEqual([
      { day: '2026-11-29', filed: 0, resolved: 0 },
      known,
      { day: '2026-12-01', filed: 0, resolved: 0 },
    ]);
  });
});
