import { shanghaiDate, shanghaiInstant, WorkingCalendar } from '@nqi/kernel';

import { holidays, workingCalendarData } from './index.js';

describe('the working calendar', () => {
  const calendar = new WorkingCalendar(workingCalendarData());

  it.each([
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-04-28', 5, '2026-05-08'],
    ['2026-09-24', 15, '2026-10-22'],
    ['2026-11-24', 20, '2026-12-22'],
  ])('counts from %s %i working days to %s', (from, n, to) => {
    const { at, estimated } = calendar.addWorkingDays(shanghaiInstant(from, '10:00'), n);
    expect([shanghaiDate(at), estimated]).toEqual([to, false]);
  });

  it('covers 2024 to 2026 and only estimates beyond', () => {
    expect(calendar.addWorkingDays(shanghaiInstant('2024-01-01'), 1).estimated).toBe(false);
    expect(calendar.addWorkingDays(shanghaiInstant('2026-12-31'), 1).estimated).toBe(true);
  });

  it('agrees with the weekday each row states', () => {
    const makeup = holidays()
      .filter(({ type }) => type === 'makeup_workday')
      .map(({ date }) => date);
    expect(makeup.filter((date) => new Date(`${date}T00:00Z`).getUTCDay() % 6 !== 0)).toEqual([]);
    expect(holidays().filter(({ date, year }) => !date.startsWith(String(year)))).toEqual([]);
  });
});
