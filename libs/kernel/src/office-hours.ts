import { weekdayOf, type DayAmount } from './day-sums.js';
import { DomainError } from './domain-error.js';
import { dayOfDate, isDate, timeOfDay } from './shanghai-time.js';

export interface CalendarDay {
  readonly date: string;
  readonly type: 'holiday' | 'makeup_workday';
}

/** Opening hours in Shanghai time, `HH:mm`; the end is exclusive. */
export interface OfficeWindow {
  readonly start: string;
  readonly end: string;
}

/** Hours of an office that differ from the common ones: on some weekdays, in a season, or both. Later ones win. */
export interface OfficeShift {
  /** 1 Monday to 7 Sunday; Monday to Friday unless given. A weekend day named here is worked. */
  readonly weekdays?: readonly number[];
  /** First and last date, both or neither; without them the shift is in force always. */
  readonly from?: string;
  readonly until?: string;
  /** None when the office does not open on those days. */
  readonly windows: readonly OfficeWindow[];
}

/** A time when one office is shut although others work: whole days, or from `start` to `end` on each of them. */
export interface OfficeClosure {
  readonly from: string;
  /** Last date, `from` unless given. */
  readonly until?: string;
  readonly start?: string;
  readonly end?: string;
}

export const DEFAULT_WINDOWS: readonly OfficeWindow[] = [
  { start: '08:30', end: '12:00' },
  { start: '13:30', end: '17:30' },
];

/** A window in milliseconds after midnight. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** Working milliseconds of the day before this window opens. */
  readonly before: number;
}

interface HoursData {
  readonly days: readonly CalendarDay[];
  readonly windows?: readonly OfficeWindow[];
  readonly shifts?: readonly OfficeShift[];
  readonly closures?: readonly OfficeClosure[];
}

/** Longest season or closure, so that a slip in a year does not unroll a century of days. */
const LONGEST_STRETCH_DAYS = 3_660;
const WEEKDAYS = [1, 2, 3, 4, 5];

/**
 * When one office is open: the week, and the days that differ from it. Of the reasons for a day to differ, a closure
 * counts most, then a public holiday, then the office's season. A make-up workday has the hours that the office has on
 * that weekday, or, when it rests then, its hours of a Monday.
 */
export class OfficeHours {
  /** From Monday to Sunday. */
  private readonly week: readonly (readonly Window[])[];
  private readonly differing = new Map<number, readonly Window[]>();

  constructor({ days, windows = DEFAULT_WINDOWS, shifts = [], closures = [] }: HoursData) {
    const common = parseWindows(windows, '/windows');
    if (common.length === 0) throw invalidWindows('/windows');
    const parsed = shifts.map((shift, index) => parseShift(shift, `/shifts/${index}`));
    this.week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
      const always = parsed.findLast((shift) => shift.days.length === 0 && shift.weekdays.includes(weekday));
      return always?.windows ?? (weekday <= 5 ? common : []);
    });
    if (this.week.every((hours) => hours.length === 0)) throw invalidWindows('/shifts');
    for (const shift of parsed) {
      for (const day of shift.days) {
        if (shift.weekdays.includes(weekdayOf(day) + 1)) this.differing.set(day, shift.windows);
      }
    }
    this.keepPublicDays(days, common);
    closures.forEach((closure, index) => this.close(closure, `/closures/${index}`));
  }

  windowsOf(day: number): readonly Window[] {
    return this.differing.get(day) ?? (this.week[weekdayOf(day)] as readonly Window[]);
  }

  /** What `measure` makes of every weekday, and of the days that differ, in their order. */
  amounts(measure: (windows: readonly Window[]) => number): { week: number[]; exceptions: DayAmount[] } {
    const exceptions = [...this.differing].map(([day, windows]) => ({ day, amount: measure(windows) }));
    return { week: this.week.map(measure), exceptions: exceptions.sort((a, b) => a.day - b.day) };
  }

  private keepPublicDays(days: readonly CalendarDay[], common: readonly Window[]): void {
    const seen = new Set<string>();
    const monday = this.week[0]?.length ? this.week[0] : common;
    days.forEach(({ date, type }, index) => {
      if (!isDate(date) || seen.has(date)) throw invalidDay(date, `/days/${index}/date`);
      seen.add(date);
      const day = dayOfDate(date);
      const usual = this.windowsOf(day);
      if (type === 'holiday') this.differing.set(day, []);
      else this.differing.set(day, usual.length > 0 ? usual : monday);
    });
  }

  private close({ from, until = from, start = '00:00', end = '24:00' }: OfficeClosure, pointer: string): void {
    const [first, last] = [timeOfDay(start), timeOfDay(end)];
    if (first >= last) throw invalidWindows(pointer);
    for (const day of stretch(from, until, pointer)) {
      const left = this.windowsOf(day).flatMap((window) => [
        { start: window.start, end: Math.min(window.end, first) },
        { start: Math.max(window.start, last), end: window.end },
      ]);
      this.differing.set(day, measured(left.filter((window) => window.start < window.end)));
    }
  }
}

interface ParsedShift {
  readonly weekdays: readonly number[];
  readonly days: readonly number[];
  readonly windows: readonly Window[];
}

function parseShift({ weekdays = WEEKDAYS, from, until, windows }: OfficeShift, pointer: string): ParsedShift {
  if ((from === undefined) !== (until === undefined)) throw invalidDay(from ?? until ?? '', `${pointer}/from`);
  return {
    weekdays,
    days: from !== undefined && until !== undefined ? stretch(from, until, pointer) : [],
    windows: parseWindows(windows, `${pointer}/windows`),
  };
}

function stretch(from: string, until: string, pointer: string): number[] {
  if (!isDate(from)) throw invalidDay(from, `${pointer}/from`);
  if (!isDate(until)) throw invalidDay(until, `${pointer}/until`);
  const [first, last] = [dayOfDate(from), dayOfDate(until)];
  if (last < first || last - first > LONGEST_STRETCH_DAYS) throw invalidDay(until, `${pointer}/until`);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function parseWindows(windows: readonly OfficeWindow[], pointer: string): readonly Window[] {
  let previousEnd = 0;
  return measured(
    windows.map((window, index) => {
      const [start, end] = [timeOfDay(window.start), timeOfDay(window.end)];
      if (start >= end || start < previousEnd) throw invalidWindows(`${pointer}/${index}`);
      previousEnd = end;
      return { start, end };
    }),
  );
}

function measured(windows: readonly { start: number; end: number }[]): readonly Window[] {
  let before = 0;
  return windows.map(({ start, end }) => {
    const window = { start, end, before };
    before += end - start;
    return window;
  });
}

function invalidWindows(pointer: string): DomainError {
  const text = {
    zh: '办公时段必须按先后排列、互不重叠且不为空',
    en: 'Office windows must be in order, apart from each other and not empty',
  };
  return new DomainError('CALENDAR.INVALID_WINDOWS', 'invalid', text, {}, pointer);
}

function invalidDay(date: string, pointer: string): DomainError {
  const text = { zh: `日期无效或重复：${date}`, en: `Invalid or repeated date: ${date}` };
  return new DomainError('CALENDAR.INVALID_DAY', 'invalid', text, { date }, pointer);
}
