import fc from 'fast-check';

import { addDays, addMonths, isDate, shanghaiDate, shanghaiInstant, shanghaiTimeOfDay } from './shanghai-time.js';

const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('Shanghai time', () => {
  it('turns the date at 16:00 UTC', () => {
    expect(shanghaiDate(new Date('2026-11-24T15:59:59.999Z'))).toBe('2026-11-24');
    expect(shanghaiDate(new Date('2026-11-24T16:00:00.000Z'))).toBe('2026-11-25');
  });

  it('agrees with the time-zone database since 1992', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    });

    fc.assert(
      fc.property(instants, (at) => {
        const [date, time] = format.format(at).split(' ');
        const seconds = Math.floor(shanghaiTimeOfDay(at) / 1000);
        const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((n) =>
          String(Math.floor(n)).padStart(2, '0'),
        );

        expect([shanghaiDate(at), clock.join(':')]).toEqual([date, time]);
      }),
    );
  });

  it('reads a wall clock', () => {
    expect(shanghaiInstant('2026-11-24', '17:30').toISOString()).toBe('2026-11-24T09:30:00.000Z');
    expect(shanghaiInstant('2026-11-24', '24:00')).toEqual(shanghaiInstant('2026-11-25'));
  });

  it.each(['2026-02-30', '2026-13-01', '2025-02-29', '2026-1-1', '20261124', '', '0000-00-00'])(
    'knows %p for no date',
    (text) => {
      expect(isDate(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(expect.objectContaining({ code: 'DATE.INVALID' }));
    },
  );

  it.each(['25:00', '24:01', '8:30', '08:60', ''])('knows %p for no time of day', (time) => {
    expect(() => shanghaiInstant('2026-11-24', time || 'x')).toThrow(expect.objectContaining({ code: 'TIME.INVALID' }));
  });

  it('adds days over month and leap-year ends', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-24', 12, '2027-11-24'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('adds to %s %i months and gets %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});
