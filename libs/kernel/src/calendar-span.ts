import { addDays, shanghaiDate } from './shanghai-time.js';
import type { CalendarResult, WorkingCalendar } from './working-calendar.js';

/** Units that a limit is given in. */
export const SPAN_UNITS = [
  'minute',
  'working-minute',
  'working-hour',
  'working-day',
  'calendar-day',
  'end-of-day',
] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** A limit, as a law or a service level states it; backwards when `n` is negative. */
export interface Span {
  readonly unit: SpanUnit;
  readonly n: number;
}

/**
 * Where a span from `at` ends, or, when it is negative, where it has to begin to end at `at`.
 *
 * - `minute`: by the clock, day and night. `working-minute`, `working-hour`: while the office is open.
 * - `working-day`: close of business of the nth working day; the day of `at` is not counted.
 * - `calendar-day`: close of business of the nth day; when the office rests then, of the next working day (Civil Code
 *   art. 201, 203), backwards of the one before.
 * - `end-of-day`: the first close of business not before `at`, and `n` working days further on; backwards the nth one
 *   not after `at`.
 */
export function addSpan(calendar: WorkingCalendar, at: Date, { unit, n }: Span): CalendarResult {
  const size = Math.abs(n);
  switch (unit) {
    case 'minute':
      return byTheClock(at, n);
    case 'working-minute':
    case 'working-hour': {
      const minutes = unit === 'working-hour' ? size * 60 : size;
      return n < 0 ? calendar.subtractWorkingMinutes(at, minutes) : calendar.addWorkingMinutes(at, minutes);
    }
    case 'working-day':
      return n < 0 ? calendar.subtractWorkingDays(at, size) : calendar.addWorkingDays(at, size);
    case 'calendar-day':
      return calendar.closeOfBusiness(addDays(shanghaiDate(at), n), n < 0 ? 'before' : 'after');
    case 'end-of-day':
      return n < 0 ? closeBefore(calendar, at, size) : closeAfter(calendar, at, n);
  }
}

/** No calendar is needed to count by the clock, so nothing of it is an estimate. */
function byTheClock(at: Date, minutes: number): CalendarResult {
  if (!Number.isFinite(minutes)) throw new RangeError(`Not a number of minutes: ${minutes}`);
  return { at: new Date(at.getTime() + Math.round(minutes * 60_000)), estimated: false };
}

function closeAfter(calendar: WorkingCalendar, at: Date, further: number): CalendarResult {
  const nearest = calendar.addWorkingDays(at, 0).at;
  const today = shanghaiDate(nearest) === shanghaiDate(at) && nearest >= at;
  return calendar.addWorkingDays(at, today ? further : further + 1);
}

function closeBefore(calendar: WorkingCalendar, at: Date, nth: number): CalendarResult {
  const nearest = calendar.subtractWorkingDays(at, 0).at;
  const today = shanghaiDate(nearest) === shanghaiDate(at) && nearest <= at;
  return calendar.subtractWorkingDays(at, today ? nth - 1 : nth);
}
