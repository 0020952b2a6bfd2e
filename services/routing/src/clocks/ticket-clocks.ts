import type { CalendarResult, WorkingCalendar } from '@nqi/kernel';
import type { RungTime } from './escalation-ladder.js';
import { PAUSE_LIMIT_DAYS, type ClockName, type PauseReason, type ServiceLevel } from './service-level.js';

export type SegmentCause = 'ROUTED' | 'RETURNED' | 'CORRECTED' | 'RESUMED' | 'PAUSE_LIMIT' | 'ENDED' | PauseReason;

/** A stretch of time that ends where the next one begins. */
export interface ClockSegment {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly cause: SegmentCause;
  readonly actor: string;
  readonly from: Date;
}

/** In working minutes; the share from 0 to 1. */
export interface ClockUsage {
  readonly usedMinutes: number;
  readonly pausedMinutes: number;
  readonly pausedShare: number;
}

/**
 * The clocks of one ticket: segments are only ever appended, and everything else is derived from them. Pauses count in
 * working time: a due time moves by the office hours that lay in a pause, so a pause over a weekend moves nothing.
 */
export class TicketClocks {
  constructor(
    readonly segments: readonly ClockSegment[],
    private readonly level: ServiceLevel,
    /** When the accept clock stopped; later pauses do not move its due time. */
    private readonly acceptedAt: Date | undefined,
    private readonly calendar: WorkingCalendar,
  ) {}

  get paused(): boolean {
    return this.segments.at(-1)?.state === 'paused';
  }

  /** An instant before the last segment's start is taken for that start, so that no stretch runs backwards. */
  withSegment(segment: ClockSegment, acceptedAt = this.acceptedAt): TicketClocks {
    const last = this.segments.at(-1);
    const from = last && segment.from < last.from ? last.from : segment.from;
    return new TicketClocks([...this.segments, { ...segment, from }], this.level, acceptedAt, this.calendar);
  }

  withAcceptance(at: Date): TicketClocks {
    return new TicketClocks(this.segments, this.level, at, this.calendar);
  }

  /** While paused: the due time as if the pause ended at once. */
  due(clock: ClockName): CalendarResult {
    return this.moved(this.calendar.addWorkingDays(this.start, this.level[clock]), clock);
  }

  /** When a rung has to fire, given the pauses so far. */
  fireAt(clock: ClockName, when: RungTime): Date {
    if ('workingDaysAfterDue' in when) {
      const due = this.due(clock).at;
      return when.workingDaysAfterDue === 0 ? due : this.calendar.addWorkingDays(due, when.workingDaysAfterDue).at;
    }
    const limit = this.calendar.addWorkingDays(this.start, this.level[clock]).at;
    const share = this.calendar.workingMinutesBetween(this.start, limit) * when.share;
    return this.moved(this.calendar.addWorkingMinutes(this.start, share), clock).at;
  }

  /** When an open pause ends by itself, and what tells it from the ticket's other pauses. */
  pauseLimit(): { readonly code: string; readonly at: Date } | undefined {
    const last = this.segments.at(-1);
    const days = last?.state === 'paused' ? PAUSE_LIMIT_DAYS[last.cause as PauseReason] : undefined;
    if (!last || days === undefined) return undefined;
    return { code: `resume-${this.segments.length - 1}`, at: this.calendar.addWorkingDays(last.from, days).at };
  }

  /** Working minutes from routing to `at`, pauses left out, rounded. */
  minutesUsed(at: Date): number {
    return Math.round(this.calendar.workingMinutesBetween(this.start, at) - this.pausedMinutes(at));
  }

  /** How the working time from routing to `at` divides into what counts and what was paused. */
  usage(at: Date): ClockUsage {
    const pausedMinutes = Math.round(this.pausedMinutes(at));
    const usedMinutes = this.minutesUsed(at);
    const all = usedMinutes + pausedMinutes;
    return { usedMinutes, pausedMinutes, pausedShare: all === 0 ? 0 : Math.round((pausedMinutes / all) * 1e4) / 1e4 };
  }

  private get start(): Date {
    return (this.segments[0] as ClockSegment).from;
  }

  private moved(base: CalendarResult, clock: ClockName): CalendarResult {
    const paused = this.pausedMinutes(clock === 'accept' ? this.acceptedAt : undefined);
    if (paused === 0) return base;
    const moved = this.calendar.addWorkingMinutes(base.at, paused);
    return { at: moved.at, estimated: base.estimated || moved.estimated };
  }

  /** Working minutes of the pauses that ended, up to `until`. A pause still open counts only when `until` is given. */
  private pausedMinutes(until?: Date): number {
    return this.segments.reduce((total, { state, from }, index) => {
      const end = this.segments[index + 1]?.from ?? until;
      if (state !== 'paused' || end === undefined || (until && from >= until)) return total;
      return total + this.calendar.workingMinutesBetween(from, until && until < end ? until : end);
    }, 0);
  }
}
