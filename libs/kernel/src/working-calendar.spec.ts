import fc from 'fast-check';

import { shanghaiDate, shanghaiInstant } from './shanghai-time.js';
import { type CalendarDay, WorkingCalendar } from './working-calendar.js';

const on = (type: CalendarDay['type'], ...dates: string[]): CalendarDay[] => dates.map((date) => ({ date, type }));

/** The exceptions of 2026 that move a day off or onto the week. */
const DAYS_2026: CalendarDay[] = [
  ...on('holiday', '2026-01-01', '2026-01-02'),
  ...on('holiday', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23', '2026-04-06'),
  ...on('holiday', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25'),
  ...on('holiday', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'),
  ...on('makeup_workday', '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'),
];
const calendar = new WorkingCalendar({ days: DAYS_2026, coverageUntil: '2026-12-31' });
const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11) || '10:00');

describe('WorkingCalendar days', () => {
  it.each(['2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10', '2026-11-24'])(
    'works on %s',
    (date) => {
      expect(calendar.isWorkingDay(date)).toBe(true);
    },
  );

  it.each(['2026-02-23', '2026-04-06', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-07', '2026-11-22'])(
    'rests on %s',
    (date) => {
      expect(calendar.isWorkingDay(date)).toBe(false);
    },
  );

  it.each([
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-04-28', 5, '2026-05-08'],
    ['2026-09-24', 15, '2026-10-22'],
    ['2026-11-24', 20, '2026-12-22'],
  ])('ends %s plus %i working days at the close of %s', (from, n, to) => {
    expect(calendar.addWorkingDays(at(from), n)).toEqual({ at: at(`${to} 17:30`), estimated: false });
    expect(calendar.workingDaysBetween(at(from), at(to))).toBe(n);
  });

  it('does not count the day of the event, however early or late', () => {
    expect(calendar.addWorkingDays(at('2026-11-24 00:00'), 1).at).toEqual(at('2026-11-25 17:30'));
    expect(calendar.addWorkingDays(at('2026-11-24 23:59'), 1).at).toEqual(at('2026-11-25 17:30'));
    expect(calendar.addWorkingDays(at('2026-11-21'), 1).at).toEqual(at('2026-11-23 17:30'));
  });

  it('takes n = 0 for the same day, or the nearest working day in the direction of counting', () => {
    expect(calendar.addWorkingDays(at('2026-11-24'), 0).at).toEqual(at('2026-11-24 17:30'));
    expect(calendar.addWorkingDays(at('2026-11-21'), 0).at).toEqual(at('2026-11-23 17:30'));
    expect(calendar.subtractWorkingDays(at('2026-11-21'), 0).at).toEqual(at('2026-11-20 17:30'));
  });

  it('counts backwards over holidays', () => {
    expect(calendar.subtractWorkingDays(at('2026-10-08'), 1).at).toEqual(at('2026-09-30 17:30'));
    expect(calendar.subtractWorkingDays(at('2026-10-10'), 3).at).toEqual(at('2026-09-30 17:30'));
    expect(calendar.subtractWorkingDays(at('2026-11-22'), 1).at).toEqual(at('2026-11-20 17:30'));
  });

  it('marks what leaves the announced years as estimated', () => {
    expect(calendar.addWorkingDays(at('2026-12-30'), 1)).toEqual({ at: at('2026-12-31 17:30'), estimated: false });
    expect(calendar.addWorkingDays(at('2026-12-30'), 2)).toEqual({ at: at('2027-01-01 17:30'), estimated: true });
    expect(calendar.subtractWorkingDays(at('2026-01-05'), 2).estimated).toBe(true);
    expect(calendar.addWorkingDays(at('2025-12-31'), 1).estimated).toBe(true);
    expect(calendar.addWorkingDays(at('2026-01-01'), 1).estimated).toBe(false);
    expect(calendar.nextWorkingInstant(at('2026-12-31 18:00')).estimated).toBe(true);
    expect(calendar.addWorkingMinutes(at('2026-12-31 17:00'), 31).estimated).toBe(true);
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %p days', (n) => {
    expect(() => calendar.addWorkingDays(at('2026-11-24'), n)).toThrow(RangeError);
    expect(() => calendar.subtractWorkingDays(at('2026-11-24'), n)).toThrow(RangeError);
  });
});

describe('WorkingCalendar minutes', () => {
  it.each([
    ['2026-11-24 09:00', 30, '2026-11-24 09:30'],
    ['2026-11-24 11:30', 30, '2026-11-24 12:00'],
    ['2026-11-24 11:30', 31, '2026-11-24 13:31'],
    ['2026-11-24 12:15', 10, '2026-11-24 13:40'],
    ['2026-11-24 17:00', 45, '2026-11-25 08:45'],
    ['2026-11-24 17:30', 1, '2026-11-25 08:31'],
    ['2026-11-20 17:00', 480, '2026-11-23 17:30'],
    ['2026-09-30 17:00', 60, '2026-10-08 09:00'],
    ['2026-11-24 08:30', 450, '2026-11-24 17:30'],
    ['2026-11-21 10:00', 0, '2026-11-21 10:00'],
  ])('from %s, %i minutes end at %s', (from, n, to) => {
    expect(calendar.addWorkingMinutes(at(from), n).at).toEqual(at(to));
  });

  it('measures working time only, backwards as a negative', () => {
    expect(calendar.workingMinutesBetween(at('2026-09-30 17:00'), at('2026-10-08 09:00'))).toBe(60);
    expect(calendar.workingMinutesBetween(at('2026-10-08 09:00'), at('2026-09-30 17:00'))).toBe(-60);
    expect(calendar.workingMinutesBetween(at('2026-11-21 08:00'), at('2026-11-22 20:00'))).toBe(0);
    expect(
      calendar.workingMinutesBetween(at('2026-11-24 09:00'), new Date(at('2026-11-24 09:00').getTime() + 30_000)),
    ).toBe(0.5);
  });

  it.each([
    ['2026-11-24 08:29', '2026-11-24 08:30'],
    ['2026-11-24 08:30', '2026-11-24 08:30'],
    ['2026-11-24 11:59', '2026-11-24 11:59'],
    ['2026-11-24 12:00', '2026-11-24 13:30'],
    ['2026-11-24 17:30', '2026-11-25 08:30'],
    ['2026-11-21 10:00', '2026-11-23 08:30'],
    ['2026-02-14 18:00', '2026-02-24 08:30'],
  ])('after %s the office is open at %s', (from, to) => {
    expect(calendar.nextWorkingInstant(at(from)).at).toEqual(at(to));
    expect(calendar.isWorkingInstant(at(from))).toBe(from === to);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses to add %p minutes', (n) => {
    expect(() => calendar.addWorkingMinutes(at('2026-11-24'), n)).toThrow(RangeError);
  });
});

describe('WorkingCalendar against a minute walker', () => {
  const START = shanghaiInstant('2026-01-01').getTime();
  const minutes = fc.integer({ min: 0, max: 364 * 1440 }).map((minute) => new Date(START + minute * 60_000));
  const open = (instant: Date): boolean => {
    const time = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
    const date = shanghaiDate(instant);
    const type = DAYS_2026.find((day) => day.date === date)?.type;
    const weekday = new Date(`${date}T00:00Z`).getUTCDay() % 6 !== 0;
    const works = type ? type === 'makeup_workday' : weekday;
    return works && ((time >= '08:30' && time < '12:00') || (time >= '13:30' && time < '17:30'));
  };
  const after = (instant: Date, n = 1): Date => new Date(instant.getTime() + n * 60_000);

  it('adds minutes as one who looks at the clock every minute', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 3000 }), (from, n) => {
        let walked = from;
        for (let left = n; left > 0; walked = after(walked)) if (open(walked)) left -= 1;

        expect(calendar.addWorkingMinutes(from, n).at).toEqual(walked);
      }),
      { numRuns: 60 },
    );
  });

  it('measures as one who ticks off every minute', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 20_000 }), (from, span) => {
        let ticked = 0;
        for (let minute = 0; minute < span; minute += 1) if (open(after(from, minute))) ticked += 1;

        expect(calendar.workingMinutesBetween(from, after(from, span))).toBe(ticked);
      }),
      { numRuns: 60 },
    );
  });

  it('undoes a pause: what was left is what is added on resuming, to the millisecond', () => {
    fc.assert(
      fc.property(minutes, fc.nat(59_999), fc.integer({ min: 1, max: 100_000 }), (from, milliseconds, n) => {
        const paused = new Date(from.getTime() + milliseconds);
        const due = calendar.addWorkingMinutes(from, n).at;
        const left = calendar.workingMinutesBetween(paused, due);
        if (left > 0) expect(calendar.addWorkingMinutes(paused, left).at).toEqual(due);
      }),
    );
  });

  it('counts days as one who turns the pages', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const walk = (step: 1 | -1): string => {
          let day = from;
          for (let left = n; left > 0;) {
            day = after(day, step * 1440);
            if (calendar.isWorkingDay(shanghaiDate(day))) left -= 1;
          }
          return shanghaiDate(day);
        };

        expect(shanghaiDate(calendar.addWorkingDays(from, n).at)).toBe(walk(1));
        expect(shanghaiDate(calendar.subtractWorkingDays(from, n).at)).toBe(walk(-1));
      }),
    );
  });
});

describe('WorkingCalendar data', () => {
  const withWindows = (...windows: [string, string][]): WorkingCalendar =>
    new WorkingCalendar({
      days: [],
      coverageUntil: '2026-12-31',
      windows: windows.map(([start, end]) => ({ start, end })),
    });

  it('opens when it is told to', () => {
    const night = withWindows(['00:00', '01:00'], ['23:00', '24:00']);

    expect(night.addWorkingMinutes(at('2026-11-24 23:30'), 60).at).toEqual(at('2026-11-25 00:30'));
    expect(night.addWorkingDays(at('2026-11-24'), 1).at).toEqual(at('2026-11-26 00:00'));
  });

  it.each([
    ['none', []],
    ['an empty one', [['08:30', '08:30']]],
    ['one that ends before it starts', [['17:30', '08:30']]],
    [
      'overlapping ones',
      [
        ['08:30', '12:00'],
        ['11:00', '17:30'],
      ],
    ],
    [
      'ones out of order',
      [
        ['13:30', '17:30'],
        ['08:30', '12:00'],
      ],
    ],
  ] as [string, [string, string][]][])('refuses %s of windows', (_name, windows) => {
    expect(() => withWindows(...windows)).toThrow(expect.objectContaining({ code: 'CALENDAR.INVALID_WINDOWS' }));
  });

  it('refuses a date that is repeated or does not exist, and says which', () => {
    const build =
      (...dates: string[]) =>
      () =>
        new WorkingCalendar({ days: on('holiday', ...dates), coverageUntil: '2026-12-31' });

    expect(build('2026-01-01', '2026-01-01')).toThrow(
      expect.objectContaining({ code: 'CALENDAR.INVALID_DAY', pointer: '/days/1/date' }),
    );
    expect(build('2026-02-30')).toThrow(expect.objectContaining({ pointer: '/days/0/date' }));
  });

  it('does not mind the order of the days', () => {
    const shuffled = new WorkingCalendar({ days: [...DAYS_2026].reverse(), coverageUntil: '2026-12-31' });

    expect(shuffled.addWorkingDays(at('2026-02-10'), 20)).toEqual(calendar.addWorkingDays(at('2026-02-10'), 20));
  });
});
