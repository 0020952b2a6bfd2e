import type { Loads } from '../rules/decision.js';
import type { PastWork } from '../rules/past-work.js';

const DAY_MS = 86_400_000;
/** Days in which a body that is just full works off what it has: the catalogue's most usual limit. */
const FULL_DAYS = 14;
/** A limit of five working days is seven days of the calendar. */
const CALENDAR_PER_WORKING_DAY = 7 / 5;

/**
 * A simple forecast of how busy institutions are: each works off its tickets one after the other, at the pace that
 * empties a full one in two weeks, or faster where it has lately finished more (a quiet one is not a slow one). Instants
 * must not go back.
 */
export class Workload {
  private readonly freeAt = new Map<string, number>();
  private readonly open = new Map<string, number>();
  private readonly assumedMs: number;

  constructor(
    institutionCapacity: number,
    private readonly records: PastWork['records'] = new Map(),
  ) {
    this.assumedMs = (FULL_DAYS * DAY_MS) / institutionCapacity;
  }

  loadsAt(at: number): Loads {
    for (const [id, freeAt] of this.freeAt) {
      if (freeAt > at) this.open.set(id, Math.ceil((freeAt - at) / this.perTicketMs(id)));
      else {
        this.open.delete(id);
        this.freeAt.delete(id);
      }
    }
    return this.open;
  }

  /** Queues one ticket and says whether it will be done within its limit. */
  take(institutionId: string, at: number, limitWorkingDays: number): 'in-time' | 'late' {
    const done = Math.max(at, this.freeAt.get(institutionId) ?? at) + this.perTicketMs(institutionId);
    this.freeAt.set(institutionId, done);
    return done - at > limitWorkingDays * CALENDAR_PER_WORKING_DAY * DAY_MS ? 'late' : 'in-time';
  }

  private perTicketMs(institutionId: string): number {
    const perWorkingDay = this.records.get(institutionId)?.finishedPerDay ?? 0;
    return perWorkingDay === 0
      ? this.assumedMs
      : Math.min(this.assumedMs, (CALENDAR_PER_WORKING_DAY * DAY_MS) / perWorkingDay);
  }
}
