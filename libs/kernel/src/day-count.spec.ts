import fc from 'fast-check';

import { DayCount, type DayException } from './day-count.js';

const exceptions: fc.Arbitrary<DayException[]> = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: -60, max: 60 }), working: fc.boolean() }), {
    selector: ({ day }) => day,
    maxLength: 60,
  })
  .map((days) => days.sort((a, b) => a.day - b.day));

describe('DayCount', () => {
  it('knows the plain week: 1970-01-01 was a Thursday', () => {
    const week = new DayCount([]);
    expect([0, 1, 2, 3, 4].map((day) => week.isWorking(day))).toEqual([true, true, false, false, true]);
  });

  it('agrees with a list of the exceptions', () => {
    fc.assert(
      fc.property(exceptions, fc.integer({ min: -80, max: 80 }), (days, day) => {
        const exception = days.find((candidate) => candidate.day === day);
        const weekday = new Date(day * 86_400_000).getUTCDay() % 6 !== 0;

        expect(new DayCount(days).isWorking(day)).toBe(exception?.working ?? weekday);
      }),
    );
  });

  it('counts each working day once', () => {
    fc.assert(
      fc.property(exceptions, fc.integer({ min: -80, max: 80 }), (days, day) => {
        const count = new DayCount(days);
        expect(count.through(day) - count.through(day - 1)).toBe(count.isWorking(day) ? 1 : 0);
      }),
    );
  });

  it('finds the day of a rank again', () => {
    fc.assert(
      fc.property(exceptions, fc.integer({ min: -80, max: 80 }), (days, day) => {
        const count = new DayCount(days);
        const found = count.dayOf(count.through(day));

        expect(count.isWorking(found)).toBe(true);
        expect(count.through(found)).toBe(count.through(day));
        expect(found <= day).toBe(true);
        if (count.isWorking(day)) expect(found).toBe(day);
      }),
    );
  });
});
