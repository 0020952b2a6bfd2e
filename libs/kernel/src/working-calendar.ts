import { DaySums } from './day-sums.js';
import {
  OfficeHours,
  type CalendarDay,
  type OfficeClosure,
  type OfficeShift,
  type OfficeWindow,
  type Window,
} from './office-hours.js';
import { dayOfDate, instantOfDay, shanghaiDay, shanghaiTimeOfDay } from './shanghai-time.js';

export { DEFAULT_WINDOWS } from './office-hours.js';
export type { CalendarDay, OfficeClosure, OfficeShift, OfficeWindow } from './office-hours.js';

export interface WorkingCalendarData {
  readonly days: readonly CalendarDay[];
  /** The last date whose holidays have been announced. */
  readonly coverageUntil: string;
  /** The first such date; New Year of the earliest year in `days` unless given. */
  readonly coverageFrom?: string;
  /** Hours from Monday to Friday; those of `DEFAULT_WINDOWS` unless given. */
  readonly windows?: readonly OfficeWindow[];
  /** Where one office's hours differ from that. */
  readonly shifts?: readonly OfficeShift[];
  readonly closures?: readonly OfficeClosure[];
}

export interface CalendarResult {
  readonly at: Date;
  /** True when days outside the coverage were counted by weekday alone: recompute once their holidays are announced. */
  readonly estimated: boolean;
}

/**
 * Working days and working time of an office in Asia/Shanghai, with State Council holidays and make-up workdays, its own
 * shifts and closures. Every question costs O(log days that differ from the week), however far it reaches. Day 0 is the
 * day of the event; counting starts with the next working day. A day is worked when the office opens on it at all.
 */
export class WorkingCalendar {
  private readonly hours: OfficeHours;
  /** Working days. */
  private readonly count: DaySums;
  /** Working milliseconds. */
  private readonly time: DaySums;
  private readonly coverageFrom: number;
  private readonly coverageUntil: number;

  constructor(data: WorkingCalendarData) {
    this.hours = new OfficeHours(data);
    this.count = sumsOf(this.hours, (windows) => (windows.length > 0 ? 1 : 0));
    this.time = sumsOf(this.hours, lengthOf);
    this.coverageUntil = dayOfDate(data.coverageUntil);
    const firstYear = [data.coverageUntil, ...data.days.map(({ date }) => date)].sort()[0]?.slice(0, 4);
    this.coverageFrom = dayOfDate(data.coverageFrom ?? `${firstYear}-01-01`);
  }

  isWorkingDay(date: string): boolean {
    return this.hours.windowsOf(dayOfDate(date)).length > 0;
  }

  isWorkingInstant(at: Date): boolean {
    const time = shanghaiTimeOfDay(at);
    return this.hours.windowsOf(shanghaiDay(at)).some(({ start, end }) => start <= time && time < end);
  }

  /** Close of business of the nth working day after the event; n = 0 is its own day, or the next working day. */
  addWorkingDays(at: Date, n: number): CalendarResult {
    requireCount(n);
    const day = shanghaiDay(at);
    const counted = n === 0 ? this.count.through(day - 1) + 1 : this.count.through(day) + n;
    return this.closeOf(this.count.dayReaching(counted), day);
  }

  /** Close of business of the nth working day before the event; n = 0 is its own day, or the previous working day. */
  subtractWorkingDays(at: Date, n: number): CalendarResult {
    requireCount(n);
    const day = shanghaiDay(at);
    const counted = n === 0 ? this.count.through(day) : this.count.through(day - 1) - n + 1;
    return this.closeOf(this.count.dayReaching(counted), day);
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
    const worked = millisecondsOf(n);
    const result = worked === 0 ? at : this.earliestAt(this.workedUntil(at) + worked);
    return this.spanning(at, result);
  }

  /** The latest instant since which `n` working minutes have passed at `at`; an exact fit begins at an opening. */
  subtractWorkingMinutes(at: Date, n: number): CalendarResult {
    const worked = millisecondsOf(n);
    const result = worked === 0 ? at : this.latestAt(this.workedUntil(at) - worked);
    return this.spanning(at, result);
  }

  /** Fractional where the instants are; negative when `to` is before `from`, so it also says by how much one is late. */
  workingMinutesBetween(from: Date, to: Date): number {
    return (this.workedUntil(to) - this.workedUntil(from)) / 60_000;
  }

  /** `at` itself within opening hours, otherwise the next opening. */
  nextWorkingInstant(at: Date): CalendarResult {
    return this.spanning(at, this.isWorkingInstant(at) ? at : this.latestAt(this.workedUntil(at)));
  }

  /** Close of business of a date; of the nearest working day after it when it is none, or before it if so asked. */
  closeOfBusiness(date: string, direction: 'after' | 'before' = 'after'): CalendarResult {
    const day = dayOfDate(date);
    const counted = direction === 'after' ? this.count.through(day - 1) + 1 : this.count.through(day);
    return this.closeOf(this.count.dayReaching(counted), day);
  }

  /** Working milliseconds since an arbitrary beginning. */
  private workedUntil(at: Date): number {
    const day = shanghaiDay(at);
    const time = shanghaiTimeOfDay(at);
    return this.hours
      .windowsOf(day)
      .reduce(
        (worked, { start, end }) => worked + Math.min(Math.max(time - start, 0), end - start),
        this.time.through(day - 1),
      );
  }

  /** The earliest instant at which `worked` has been reached. */
  private earliestAt(worked: number): Date {
    const day = this.time.dayReaching(worked);
    const rest = worked - this.time.through(day - 1);
    const window = this.hours.windowsOf(day).findLast(({ before }) => before < rest) as Window;
    return instantOfDay(day, window.start + rest - window.before);
  }

  /** The latest instant at which no more than `worked` has been reached: always one within opening hours. */
  private latestAt(worked: number): Date {
    const day = this.time.dayReaching(worked + 1);
    const rest = worked - this.time.through(day - 1);
    const window = this.hours.windowsOf(day).findLast(({ before }) => before <= rest) as Window;
    return instantOfDay(day, window.start + rest - window.before);
  }

  private closeOf(day: number, eventDay: number): CalendarResult {
    const close = this.hours.windowsOf(day).at(-1) as Window;
    return { at: instantOfDay(day, close.end), estimated: this.isEstimated(eventDay, day) };
  }

  private spanning(from: Date, to: Date): CalendarResult {
    return { at: new Date(to), estimated: this.isEstimated(shanghaiDay(from), shanghaiDay(to)) };
  }

  private isEstimated(...days: readonly number[]): boolean {
    return days.some((day) => day < this.coverageFrom || day > this.coverageUntil);
  }
}

function sumsOf(hours: OfficeHours, measure: (windows: readonly Window[]) => number): DaySums {
  const { week, exceptions } = hours.amounts(measure);
  return new DaySums(week, exceptions);
}

function lengthOf(windows: readonly Window[]): number {
  return windows.reduce((total, { start, end }) => total + end - start, 0);
}

function requireCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`);
}

function millisecondsOf(minutes: number): number {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`Not a number of minutes: ${minutes}`);
  return Math.round(minutes * 60_000);
}
