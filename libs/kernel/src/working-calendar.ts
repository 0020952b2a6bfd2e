import { DayCount } from './day-count.js';
import { DomainError } from './domain-error.js';
import { dayOfDate, instantOfDay, isDate, shanghaiDay, shanghaiTimeOfDay, timeOfDay } from './shanghai-time.js';

export interface CalendarDay {
  readonly date: string;
  readonly type: 'holiday' | 'makeup_workday';
}

/** Opening hours in Shanghai time, `HH:mm`; the end is exclusive. */
export interface OfficeWindow {
  readonly start: string;
  readonly end: string;
}

export interface WorkingCalendarData {
  readonly days: readonly CalendarDay[];
  /** The last date whose holidays have been announced. */
  readonly coverageUntil: string;
  /** The first such date; New Year of the earliest year in `days` unless given. */
  readonly coverageFrom?: string;
  readonly windows?: readonly OfficeWindow[];
}

export interface CalendarResult {
  readonly at: Date;
  /** True when days outside the coverage were counted by weekday alone: recompute once their holidays are announced. */
  readonly estimated: boolean;
}

export const DEFAULT_WINDOWS: readonly OfficeWindow[] = [
  { start: '08:30', end: '12:00' },
  { start: '13:30', end: '17:30' },
];

interface Window {
  readonly start: number;
  readonly end: number;
  /** Working milliseconds of the day before this window opens. */
  readonly before: number;
}

/**
 * Working days and working time in Asia/Shanghai, with State Council holidays and make-up workdays. Every question costs
 * O(log holidays), however far it reaches. Day 0 is the day of the event; counting starts with the next working day.
 */
export class WorkingCalendar {
  private readonly count: DayCount;
  private readonly windows: readonly Window[];
  private readonly dayLength: number;
  private readonly coverageFrom: number;
  private readonly coverageUntil: number;

  constructor(data: WorkingCalendarData) {
    const days = sortedDays(data.days);
    this.count = new DayCount(days.map(({ day, type }) => ({ day, working: type === 'makeup_workday' })));
    this.windows = parseWindows(data.windows ?? DEFAULT_WINDOWS);
    this.dayLength = this.windows.reduce((total, { start, end }) => total + end - start, 0);
    this.coverageUntil = dayOfDate(data.coverageUntil);
    const firstYear = [data.coverageUntil, ...data.days.map(({ date }) => date)].sort()[0]?.slice(0, 4);
    this.coverageFrom = dayOfDate(data.coverageFrom ?? `${firstYear}-01-01`);
  }

  isWorkingDay(date: string): boolean {
    return this.count.isWorking(dayOfDate(date));
  }

  isWorkingInstant(at: Date): boolean {
    const time = shanghaiTimeOfDay(at);
    return this.count.isWorking(shanghaiDay(at)) && this.windows.some(({ start, end }) => start <= time && time < end);
  }

  /** Close of business of the nth working day after the event; n = 0 is its own day, or the next working day. */
  addWorkingDays(at: Date, n: number): CalendarResult {
    requireCount(n);
    const day = shanghaiDay(at);
    const counted = n === 0 ? this.count.through(day - 1) + 1 : this.count.through(day) + n;
    return this.closeOf(this.count.dayOf(counted), day);
  }

  /** Close of business of the nth working day before the event; n = 0 is its own day, or the previous working day. */
  subtractWorkingDays(at: Date, n: number): CalendarResult {
    requireCount(n);
    const day = shanghaiDay(at);
    const counted = n === 0 ? this.count.through(day) : this.count.through(day - 1) - n + 1;
    return this.closeOf(this.count.dayOf(counted), day);
  }

  /** Working days after the day of `from`, up to and including the day of `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Date, to: Date): number {
    return this.count.through(shanghaiDay(to)) - this.count.through(shanghaiDay(from));
  }

  /**
   * The earliest instant by which `n` working minutes have passed since `at`; fractions count to the millisecond.
   * An exact fit ends at closing time, not at the next opening.
   */
  addWorkingMinutes(at: Date, n: number): CalendarResult {
    if (!Number.isFinite(n) || n < 0) throw new RangeError(`Not a number of minutes to add: ${n}`);
    const worked = Math.round(n * 60_000);
    const result = worked === 0 ? at : this.instantOf(this.workedUntil(at) + worked);
    return { at: new Date(result), estimated: this.isEstimated(shanghaiDay(at), shanghaiDay(result)) };
  }

  /** Fractional where the instants are; negative when `to` is before `from`, so it also says by how much one is late. */
  workingMinutesBetween(from: Date, to: Date): number {
    return (this.workedUntil(to) - this.workedUntil(from)) / 60_000;
  }

  /** `at` itself within opening hours, otherwise the next opening. */
  nextWorkingInstant(at: Date): CalendarResult {
    if (this.isWorkingInstant(at)) return { at: new Date(at), estimated: this.isEstimated(shanghaiDay(at)) };
    const day = shanghaiDay(at);
    const time = shanghaiTimeOfDay(at);
    const later = this.count.isWorking(day) ? this.windows.find(({ start }) => start > time) : undefined;
    const openingDay = later ? day : this.count.dayOf(this.count.through(day) + 1);
    const opening = later ?? this.firstWindow;
    return { at: instantOfDay(openingDay, opening.start), estimated: this.isEstimated(day, openingDay) };
  }

  /** Working milliseconds since an arbitrary beginning. */
  private workedUntil(at: Date): number {
    const day = shanghaiDay(at);
    const daysBefore = this.count.through(day - 1) * this.dayLength;
    if (!this.count.isWorking(day)) return daysBefore;
    const time = shanghaiTimeOfDay(at);
    return this.windows.reduce(
      (worked, { start, end }) => worked + Math.min(Math.max(time - start, 0), end - start),
      daysBefore,
    );
  }

  /** The earliest instant at which `worked` has been reached. */
  private instantOf(worked: number): Date {
    const daysBefore = Math.ceil(worked / this.dayLength) - 1;
    const rest = worked - daysBefore * this.dayLength;
    const window = this.windows.findLast(({ before }) => before < rest) ?? this.firstWindow;
    return instantOfDay(this.count.dayOf(daysBefore + 1), window.start + rest - window.before);
  }

  private closeOf(day: number, eventDay: number): CalendarResult {
    const close = this.windows.at(-1) as Window;
    return { at: instantOfDay(day, close.end), estimated: this.isEstimated(eventDay, day) };
  }

  private isEstimated(...days: readonly number[]): boolean {
    return days.some((day) => day < this.coverageFrom || day > this.coverageUntil);
  }

  private get firstWindow(): Window {
    return this.windows[0] as Window;
  }
}

function requireCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`);
}

function sortedDays(days: readonly CalendarDay[]): { day: number; type: CalendarDay['type'] }[] {
  const seen = new Set<string>();
  days.forEach(({ date }, index) => {
    if (isDate(date) && !seen.has(date)) return void seen.add(date);
    throw new DomainError(
      'CALENDAR.INVALID_DAY',
      'invalid',
      { zh: `日期无效或重复：${date}`, en: `Invalid or repeated date: ${date}` },
      { date },
      `/days/${index}/date`,
    );
  });
  return days.map(({ date, type }) => ({ day: dayOfDate(date), type })).sort((a, b) => a.day - b.day);
}

function parseWindows(windows: readonly OfficeWindow[]): Window[] {
  let before = 0;
  let previousEnd = 0;
  const parsed = windows.map((window, index) => {
    const [start, end] = [timeOfDay(window.start), timeOfDay(window.end)];
    if (start >= end || start < previousEnd) throw invalidWindows(`/windows/${index}`);
    const result = { start, end, before };
    before += end - start;
    previousEnd = end;
    return result;
  });
  if (parsed.length === 0) throw invalidWindows('/windows');
  return parsed;
}

function invalidWindows(pointer: string): DomainError {
  const text = {
    zh: '办公时段必须按先后排列、互不重叠且不为空',
    en: 'Office windows must be in order, apart from each other and not empty',
  };
  return new DomainError('CALENDAR.INVALID_WINDOWS', 'invalid', text, {}, pointer);
}
