import fc from 'fast-check';

import { DaySums, weekdayOf, type DayAmount } from './day-sums.js';

const week = fc
  .array(fc.nat(9), { minLength: 7, maxLength: 7 })
  .filter((amounts) => amounts.some((amount) => amount > 0));
const exceptions: fc.Arbitrary<DayAmount[]> = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: -60, max: 60 }), amount: fc.nat(9) }), {
    selector: ({ day }) => day,
    maxLength: 60,
  })
  .map((days) => days.sort((a, b) => a.day - b.day));
const anyDay = fc.integer({ min: -80, max: 80 });

describe('DaySums', () => {
  it('knows the week: 1970-01-01 was a Thursday', () => {
    expect([0, 1, 2, 3, 4, -1].map(weekdayOf)).toEqual([3, 4, 5, 6, 0, 2]);
  });

  it('agrees with a list of the exceptions', () => {
    fc.assert(
      fc.property(week, exceptions, anyDay, (amounts, days, day) => {
        const exception = days.find((candidate) => candidate.day === day);

        expect(new DaySums(amounts, days).of(day)).toBe(exception?.amount ?? amounts[weekdayOf(day)]);
      }),
    );
  });

  it('finds the first day on which a total is reached', () => {
    fc.assert(
      fc.property(week, exceptions, anyDay, fc.nat(20), (amounts, days, day, more) => {
        const sums = new DaySums(amounts, days);
        const total = sums.through(day) + more;
        const found = sums.dayReaching(total);

        expect(sums.through(found)).toBeGreaterThanOrEqual(total);
        expect(sums.through(found - 1)).toBeLessThan(total);
      }),
    );
  });
});
