/** A deviation from the Monday-to-Friday week. */
export interface DayException {
  readonly day: number;
  readonly working: boolean;
}

/** 1970-01-05, the first Monday on or after the epoch. */
const FIRST_MONDAY = 4;

/**
 * Counts working days in both directions without walking them: weekdays by arithmetic, exceptions by binary search.
 * `through(day)` is the number of working days up to and including `day`, on an arbitrary scale; `dayOf(rank)` is its
 * inverse, the first day that reaches the rank.
 */
export class DayCount {
  private readonly days: number[] = [];
  /** Net working days gained by the exceptions up to and including the one at the same index. */
  private readonly gained: number[] = [];

  /** Exceptions in ascending order, no day twice. Those that change nothing, as a holiday on a Sunday, may be there. */
  constructor(exceptions: Iterable<DayException>) {
    let total = 0;
    for (const { day, working } of exceptions) {
      if (working === isWeekday(day)) continue;
      total += working ? 1 : -1;
      this.days.push(day);
      this.gained.push(total);
    }
  }

  isWorking(day: number): boolean {
    const index = firstIndex(this.days.length, (i) => (this.days[i] as number) >= day);
    return this.days[index] === day ? !isWeekday(day) : isWeekday(day);
  }

  through(day: number): number {
    const after = firstIndex(this.days.length, (i) => (this.days[i] as number) > day);
    return weekdaysThrough(day) + this.gainedBefore(after);
  }

  dayOf(rank: number): number {
    const index = firstIndex(this.days.length, (i) => this.rankAt(i) >= rank);
    const day = dayOfWeekday(rank - this.gainedBefore(index));
    const exception = this.days[index];
    // Before the exception that reaches the rank plain weekdays may reach it first; otherwise it is that exception.
    return exception === undefined || day < exception ? day : exception;
  }

  private gainedBefore(index: number): number {
    return index === 0 ? 0 : (this.gained[index - 1] as number);
  }

  private rankAt(index: number): number {
    return weekdaysThrough(this.days[index] as number) + (this.gained[index] as number);
  }
}

function isWeekday(day: number): boolean {
  return mod7(day - FIRST_MONDAY) < 5;
}

function weekdaysThrough(day: number): number {
  const sinceMonday = day - FIRST_MONDAY;
  return Math.floor(sinceMonday / 7) * 5 + Math.min(mod7(sinceMonday) + 1, 5);
}

function dayOfWeekday(rank: number): number {
  const week = Math.floor((rank - 1) / 5);
  return FIRST_MONDAY + week * 7 + (rank - 1 - week * 5);
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
