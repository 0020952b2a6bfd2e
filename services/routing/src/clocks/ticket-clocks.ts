import { addSpan, type CalendarResult, type Span, type WorkingCalendar } from '@nqi/kernel';
import { isClientWait, type ClientWait, type RungTime } from './escalation-ladder.js';
import type { CalendarEdition } from './published-calendar.js';
import { CLIENT_CHOICE, type LimitName, type PauseReason, type ServiceLevel } from './service-level.js';
import type { SlaPolicy } from './sla-policy.js';
import { StageClock } from './stage-clock.js';

export type SegmentCause =
  | 'ROUTED'
  | 'ACCEPTED'
  | 'STARTED'
  | 'TRANSFERRED'
  | 'REPLACED'
  | 'RETURNED'
  | 'CORRECTED'
  | typeof CLIENT_CHOICE
  | 'CHOSEN'
  | 'RESUMED'
  | 'PAUSE_LIMIT'
  | 'HANDED_BACK'
  | 'ENDED'
  | PauseReason;

/** A stretch of time that ends where the next one begins. */
export interface ClockSegment {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly cause: SegmentCause;
  readonly actor: string;
  readonly from: Date;
  /** The ticket's status from here on, and the office that holds it; older segments do not say. */
  readonly stage?: string;
  readonly office?: string;
}

/** In working minutes; the share from 0 to 1. */
export interface ClockUsage {
  readonly usedMinutes: number;
  readonly pausedMinutes: number;
  readonly pausedShare: number;
}

/** By what a ticket was promised: both are versions that never change. */
export interface Terms {
  readonly policy: SlaPolicy;
  readonly calendar: CalendarEdition;
}

/** What the clocks of a ticket are derived from. */
export interface ClockStory {
  /** Only ever appended to. */
  readonly segments: readonly ClockSegment[];
  readonly serviceLevel: ServiceLevel;
  readonly acceptedAt?: Date;
  readonly respondedAt?: Date;
  readonly startedAt?: Date;
}

/**
 * The clocks of one ticket, all derived from one list of segments. Pauses count in working time: a due time moves by
 * the office hours that lay in a pause, so a pause over a weekend moves nothing. The accept clock goes by the hours of
 * the office that holds the ticket, the others by the common ones.
 */
export class TicketClocks {
  constructor(
    private readonly story: ClockStory,
    private readonly terms: Terms,
  ) {}

  get segments(): readonly ClockSegment[] {
    return this.story.segments;
  }

  get paused(): boolean {
    return this.segments.at(-1)?.state === 'paused';
  }

  /** They stand still until the client has chosen who performs the work. */
  get awaitChoice(): boolean {
    return this.segments.at(-1)?.cause === CLIENT_CHOICE;
  }

  /** An instant before the last segment's start is taken for that start, so that no stretch runs backwards. */
  withSegment(segment: ClockSegment): TicketClocks {
    const last = this.segments.at(-1);
    const from = last && segment.from < last.from ? last.from : segment.from;
    return this.told({ segments: [...this.segments, { ...segment, from }] });
  }

  /** With other facts: a milestone, or limits that were promised anew. */
  told(facts: Partial<ClockStory>): TicketClocks {
    return new TicketClocks({ ...this.story, ...facts }, this.terms);
  }

  /** While paused: the due time as if the pause ended at once. */
  due(clock: 'accept' | 'complete'): CalendarResult {
    return this.dueOf(clock) as CalendarResult;
  }

  /** Undefined before the clock starts, or when it has no limit. */
  dueOf(clock: LimitName): CalendarResult | undefined {
    const base = this.limitOf(clock);
    return base && this.carried(clock, base).result;
  }

  /** When a rung has to fire, given the pauses so far; undefined when its clock has no due time. */
  fireAt(clock: LimitName | ClientWait, when: RungTime): Date | undefined {
    if (isClientWait(clock)) return this.remindAt(clock, when);
    const [limit, start] = [this.limitOf(clock), this.startOf(clock)];
    if (!limit || !start || 'workingDaysIn' in when) return undefined;
    if ('share' in when) {
      const calendar = this.calendarAt(clock, start);
      const share = calendar.workingMinutesBetween(start, limit.at) * when.share;
      return this.carried(clock, share > 0 ? calendar.addWorkingMinutes(start, share) : limit).result.at;
    }
    const { result, calendar } = this.carried(clock, limit);
    return when.workingDaysAfterDue === 0 ? result.at : calendar.addWorkingDays(result.at, when.workingDaysAfterDue).at;
  }

  /** The clock of the time spent in one status. */
  stage(stage: string): StageClock {
    const limits: Readonly<Record<string, Span>> = this.story.serviceLevel.stages ?? {};
    return new StageClock(this.segments, stage, limits[stage], this.common);
  }

  /** When an open pause ends by itself, and what tells it from the ticket's other pauses. */
  pauseLimit(): { readonly code: string; readonly at: Date } | undefined {
    const last = this.segments.at(-1);
    const at = last?.state === 'paused' ? this.endOf(last) : undefined;
    return at && { code: `resume-${this.segments.length - 1}`, at };
  }

  /** Which of the segments it was that last asked the client to choose; -1 when none did. */
  get choiceAsked(): number {
    return this.segments.findLastIndex(({ cause }) => cause === CLIENT_CHOICE);
  }

  /** By when the client was to choose; undefined when the policy sets no end. */
  choiceDueAt(): Date | undefined {
    const asked = this.segments[this.choiceAsked];
    return asked && this.endOf(asked);
  }

  /** Working minutes from routing to `at`, pauses left out, rounded. */
  minutesUsed(at: Date): number {
    return this.usage('complete', at).usedMinutes;
  }

  /** How the working time of a clock up to `at` divides into what counts and what was paused. */
  usage(clock: LimitName, at: Date): ClockUsage {
    const start = this.startOf(clock);
    return start ? this.measured(start, this.stopOf(clock) ?? at, (from) => this.calendarAt(clock, from)) : NOTHING;
  }

  /** The same of the time a ticket spent in one status; segments of before stages were kept belong to none. */
  usageOfStage(stage: string, at: Date): ClockUsage {
    return this.segments.reduce<ClockUsage>((sum, segment, index) => {
      if (segment.stage !== stage || segment.state === 'stopped') return sum;
      const end = this.segments[index + 1]?.from ?? at;
      const minutes = Math.max(Math.round(this.common.workingMinutesBetween(segment.from, end)), 0);
      return segment.state === 'paused'
        ? usageOf(sum.usedMinutes, sum.pausedMinutes + minutes)
        : usageOf(sum.usedMinutes + minutes, sum.pausedMinutes);
    }, NOTHING);
  }

  startOf(clock: LimitName): Date | undefined {
    if (clock === 'first-response') return this.story.acceptedAt;
    return clock === 'provider' ? this.story.startedAt : this.segments[0]?.from;
  }

  /** When the clock stopped before the ticket did. */
  stopOf(clock: LimitName): Date | undefined {
    if (clock === 'accept') return this.story.acceptedAt;
    return clock === 'first-response' ? this.story.respondedAt : undefined;
  }

  private remindAt(clock: ClientWait, when: RungTime): Date | undefined {
    const asked = clock === 'return' ? this.segments.at(-1) : this.segments[this.choiceAsked];
    if (!asked) return undefined;
    if ('workingDaysIn' in when) return this.common.addWorkingDays(asked.from, when.workingDaysIn).at;
    const due = clock === 'choice' ? this.choiceDueAt() : undefined;
    if (!due) return undefined;
    if ('workingDaysAfterDue' in when) {
      return when.workingDaysAfterDue === 0 ? due : this.common.addWorkingDays(due, when.workingDaysAfterDue).at;
    }
    const minutes = this.common.workingMinutesBetween(asked.from, due) * when.share;
    return minutes > 0 ? this.common.addWorkingMinutes(asked.from, minutes).at : due;
  }

  /** The longest that a pause may last. */
  private endOf({ cause, from }: ClockSegment): Date | undefined {
    const limits: Readonly<Record<string, number>> = this.terms.policy.content.pauseLimits;
    const days = limits[cause];
    return days === undefined ? undefined : this.common.addWorkingDays(from, days).at;
  }

  private get common(): WorkingCalendar {
    return this.terms.calendar.working;
  }

  private calendarAt(clock: LimitName, at: Date): WorkingCalendar {
    if (clock !== 'accept') return this.common;
    return this.terms.calendar.ofOffice(this.segments.findLast(({ from, office }) => office && from <= at)?.office);
  }

  /** The end of the limit as if nothing happened after the clock's start. */
  private limitOf(clock: LimitName): CalendarResult | undefined {
    const [start, span] = [this.startOf(clock), this.story.serviceLevel[clock]];
    return start && span && addSpan(this.calendarAt(clock, start), start, span);
  }

  /**
   * An instant of the clock moved by what happened since its start: by the pauses that ended, and, when another office
   * took over, so that its hours give the same working time as was left by those of the one before.
   */
  private carried(clock: LimitName, base: CalendarResult): { result: CalendarResult; calendar: WorkingCalendar } {
    const start = this.startOf(clock) as Date;
    const stop = this.stopOf(clock);
    let result = base;
    let calendar = this.calendarAt(clock, start);
    const add = (from: Date, minutes: number) => {
      const moved = calendar.addWorkingMinutes(from, minutes);
      result = { at: moved.at, estimated: result.estimated || moved.estimated };
    };
    this.segments.forEach(({ state, from: begun, office }, index) => {
      if (stop && begun >= stop) return;
      const from = begun < start ? start : begun;
      const taken = clock === 'accept' && office !== undefined ? this.terms.calendar.ofOffice(office) : calendar;
      if (taken !== calendar) {
        const left = calendar.workingMinutesBetween(from, result.at);
        calendar = taken;
        if (left > 0) add(from, left);
      }
      const end = this.segments[index + 1]?.from ?? stop;
      if (state !== 'paused' || end === undefined || end <= from) return;
      const minutes = calendar.workingMinutesBetween(from, stop && stop < end ? stop : end);
      if (minutes > 0) add(result.at, minutes);
    });
    return { result, calendar };
  }

  private measured(start: Date, until: Date, calendarAt: (from: Date) => WorkingCalendar): ClockUsage {
    let [used, paused] = [0, 0];
    this.segments.forEach(({ state, from: begun }, index) => {
      const next = this.segments[index + 1]?.from;
      const from = begun < start ? start : begun;
      const end = next && next < until ? next : until;
      if (state === 'stopped' || end <= from) return;
      const minutes = calendarAt(from).workingMinutesBetween(from, end);
      if (state === 'paused') paused += minutes;
      else used += minutes;
    });
    return usageOf(Math.round(used), Math.round(paused));
  }
}

const NOTHING: ClockUsage = { usedMinutes: 0, pausedMinutes: 0, pausedShare: 0 };

function usageOf(usedMinutes: number, pausedMinutes: number): ClockUsage {
  const all = usedMinutes + pausedMinutes;
  return { usedMinutes, pausedMinutes, pausedShare: all === 0 ? 0 : Math.round((pausedMinutes / all) * 1e4) / 1e4 };
}
