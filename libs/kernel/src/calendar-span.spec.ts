import { addSpan, type Span } from './calendar-span.js';
import { shanghaiInstant } from './shanghai-time.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar({
  days: [
    { date: '2026-10-01', type: 'holiday' },
    { date: '2026-10-02', type: 'holiday' },
    { date: '2026-10-10', type: 'makeup_workday' },
  ],
  coverageUntil: '2026-12-31',
});
const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11));

describe('a span', () => {
  it.each<[Span['unit'], number, string, string]>([
    ['minute', 90, '2026-09-30 17:00', '2026-09-30 18:30'],
    ['minute', -90, '2026-09-30 17:00', '2026-09-30 15:30'],
    ['working-minute', 40, '2026-09-30 17:00', '2026-10-05 08:40'],
    ['working-minute', -40, '2026-10-05 08:40', '2026-09-30 17:00'],
    ['working-hour', 2, '2026-11-24 11:00', '2026-11-24 14:30'],
    ['working-hour', -2, '2026-11-24 14:30', '2026-11-24 11:00'],
    ['working-day', 2, '2026-09-29 09:00', '2026-10-05 17:30'],
    ['working-day', -2, '2026-10-06 09:00', '2026-09-30 17:30'],
    // The second day after Wednesday is a holiday, so is none of the following; Monday is the last day.
    ['calendar-day', 2, '2026-09-30 09:00', '2026-10-05 17:30'],
    ['calendar-day', 10, '2026-09-30 09:00', '2026-10-10 17:30'],
    ['calendar-day', -2, '2026-10-04 09:00', '2026-09-30 17:30'],
    ['end-of-day', 0, '2026-09-30 17:00', '2026-09-30 17:30'],
    ['end-of-day', 0, '2026-09-30 17:31', '2026-10-05 17:30'],
    ['end-of-day', 1, '2026-09-30 17:00', '2026-10-05 17:30'],
    ['end-of-day', 0, '2026-10-03 09:00', '2026-10-05 17:30'],
    ['end-of-day', -1, '2026-10-03 09:00', '2026-09-30 17:30'],
    ['end-of-day', -1, '2026-09-30 17:00', '2026-09-29 17:30'],
    ['end-of-day', -2, '2026-09-30 18:00', '2026-09-29 17:30'],
  ])('of %s %i from %s reaches %s', (unit, n, from, to) => {
    expect(addSpan(calendar, at(from), { unit, n })).toEqual({ at: at(to), estimated: false });
  });

  it('beyond the announced years is an estimate, except by the clock', () => {
    const late = at('2026-12-31 16:00');

    expect(addSpan(calendar, late, { unit: 'working-hour', n: 4 }).estimated).toBe(true);
    expect(addSpan(calendar, late, { unit: 'calendar-day', n: 1 }).estimated).toBe(true);
    expect(addSpan(calendar, late, { unit: 'minute', n: 1440 }).estimated).toBe(false);
  });

  it('of no number is refused', () => {
    expect(() => addSpan(calendar, new Date(), { unit: 'minute', n: Number.NaN })).toThrow(RangeError);
  });
});

describe('an office with hours of its own', () => {
  const office = new WorkingCalendar({
    days: [
      { date: '2026-07-04', type: 'makeup_workday' },
      { date: '2026-07-06', type: 'holiday' },
    ],
    coverageUntil: '2026-12-31',
    shifts: [
      { weekdays: [6], windows: [{ start: '09:00', end: '12:00' }] },
      { from: '2026-07-01', until: '2026-08-31', windows: [{ start: '09:00', end: '15:00' }] },
    ],
    closures: [{ from: '2026-07-08' }, { from: '2026-07-09', start: '09:00', end: '14:00' }],
  });

  it('keeps them: seasons, Saturdays, holidays and closures', () => {
    const closes = (date: string) => office.closeOfBusiness(date).at;

    expect(closes('2026-06-30')).toEqual(at('2026-06-30 17:30'));
    expect(closes('2026-07-01')).toEqual(at('2026-07-01 15:00'));
    expect(closes('2026-07-04')).toEqual(at('2026-07-04 12:00'));
    expect(closes('2026-07-06')).toEqual(at('2026-07-07 15:00'));
    expect(closes('2026-07-08')).toEqual(at('2026-07-09 15:00'));
    expect(office.nextWorkingInstant(at('2026-07-08 10:00')).at).toEqual(at('2026-07-09 14:00'));
  });

  it.each([
    [{ shifts: [{ from: '2026-07-01', windows: [] }] }, '/shifts/0/from'],
    [{ shifts: [{ from: '2026-07-02', until: '2026-07-01', windows: [] }] }, '/shifts/0/until'],
    [{ shifts: [{ windows: [{ start: '10:00', end: '09:00' }] }] }, '/shifts/0/windows/0'],
    [{ shifts: [{ windows: [] }] }, '/shifts'],
    [{ closures: [{ from: '2026-02-30' }] }, '/closures/0/from'],
    [{ closures: [{ from: '2026-07-01', until: '2126-07-01' }] }, '/closures/0/until'],
    [{ closures: [{ from: '2026-07-01', start: '12:00', end: '12:00' }] }, '/closures/0'],
  ])('may not be given as %j', (data, pointer) => {
    expect(() => new WorkingCalendar({ days: [], coverageUntil: '2026-12-31', ...data })).toThrow(
      expect.objectContaining({ pointer }),
    );
  });
});
