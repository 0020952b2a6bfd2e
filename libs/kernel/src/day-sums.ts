/** A day that differs from the plain week. */
export interface DayAmount {
  readonly day: number;
  readonly amount: number;
}

/** 1970-01-05, the first Monday on or after the epoch. */
const FIRST_MONDAY = 4;

/** 0 for Monday to 6 for Sunday, of a day counted from 1970-01-01. */
export function weekdayOf(day: number): number {
  return mod7(day - FIRST_MONDAY);
}

/**
 * Sums a daily amount (a working day, working time) over any stretch of days, in both directions, without walking it:
 * whole weeks by arithmetic, days that differ by prefix sums and binary search. `through(day)` is the sum up to and
 * including `day`, on an arbitrary scale; `dayReaching(total)` is its inverse, the first day on which that is reached.
 */
export class DaySums {
  private readonly week: readonly number[];
  /** Sum of a week up to and including the weekday of the same index. */
  private readonly weekThrough: readonly number[];
  private readonly weekTotal: number;
  private readonly days: number[] = [];
  /** What the differing days gained over the plain week, up to and including the one at the same index. */
  private readonly gained: number[] = [];

  /** Seven amounts from Monday on, not all zero and none negative; exceptions in ascending order, no day twice. */
  constructor(week: readonly number[], exceptions: Iterable<DayAmount>) {
    this.week = week;
    let sum = 0;
    this.weekThrough = week.map((amount) => (sum += amount));
    this.weekTotal = sum;
    let total = 0;
    for (const { day, amount } of exceptions) {
      const difference = amount - this.plain(day);
      if (difference === 0) continue;
      total += difference;
      this.days.push(day);
      this.gained.push(total);
    }
  }

  of(day: number): number {
    return this.through(day) - this.through(day - 1);
  }

  through(day: number): number {
    return this.plainThrough(day) + this.gainedBefore(firstIndex(this.days.length, (i) => this.dayAt(i) > day));
  }

  dayReaching(total: number): number {
    const index = firstIndex(this.days.length, (i) => this.plainThrough(this.dayAt(i)) + this.gainedAt(i) >= total);
    const day = this.plainDayReaching(total - this.gainedBefore(index));
    const exception = this.days[index];
    // Before the exception that reaches the total plain days may reach it first; otherwise it is that exception.
    return exception === undefined || day < exception ? day : exception;
  }

  private plain(day: number): number {
    return this.week[weekdayOf(day)] as number;
  }

  private plainThrough(day: number): number {
    const weeks = Math.floor((day - FIRST_MONDAY) / 7);
    return weeks * this.weekTotal + (this.weekThrough[weekdayOf(day)] as number);
  }

  private plainDayReaching(total: number): number {
    const weeks = Math.ceil(total / this.weekTotal) - 1;
    const rest = total - weeks * this.weekTotal;
    return FIRST_MONDAY + weeks * 7 + this.weekThrough.findIndex((sum) => sum >= rest);
  }

  private gainedBefore(index: number): number {
    return index === 0 ? 0 : this.gainedAt(index - 1);
  }

  private gainedAt(index: number): number {
    return this.gained[index] as number;
  }

  private dayAt(index: number): number {
    return this.days[index] as number;
  }
}

function mod7(value: number): number {
  return ((value % 7) + 7) % 7;
}

/** The first index for which `holds` is true, given that it never turns false again; `length` when there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
