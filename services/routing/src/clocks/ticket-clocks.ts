import type { CalendarResult, WorkingCalendar } from '@nqi/kernel';
import { AT_RISK_SHARE, type ClockName, type PauseReason, type ServiceLevel, type TimerKind } from './service-level.js';

export type SegmentCause = 'ROUTED' | 'RETURNED' | 'CORRECTED' | 'RESUMED' | 'ENDED' | PauseReason;

/** A stretch of time that ends where the next one begins. */
export interface ClockSegment {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly cause: SegmentCause;
  readonly actor: string;
  readonly from: Date;
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

  /** When a timer has to fire, given the pauses so far. */
  fireAt(clock: ClockName, kind: TimerKind): Date {
    if (kind === 'breach') return this.due(clock).at;
    const limit = this.calendar.addWorkingDays(this.start, this.level[clock]).at;
    const share = this.calendar.workingMinutesBetween(this.start, limit) * AT_RISK_SHARE;
    return this.moved(this.calendar.addWorkingMinutes(this.start, share), clock).at;
  }

  /** Working minutes from routing to `at`, pauses left out, rounded. */
  minutesUsed(at: Date): number {
    return Math.round(this.calendar.workingMinutesBetween(this.start, at) - this.pausedMinutes(at));
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
