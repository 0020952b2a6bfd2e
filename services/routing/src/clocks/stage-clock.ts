import { addSpan, type CalendarResult, type Span, type WorkingCalendar } from '@nqi/kernel';
import type { RungTime } from './escalation-ladder.js';
import type { ClockSegment } from './ticket-clocks.js';

/**
 * The clock of one stage over all the times a ticket was in it: leaving it, or a pause, stops it, and coming back goes
 * on where it stood, so that nobody gains time by going round in a circle.
 */
export class StageClock {
  constructor(
    private readonly segments: readonly ClockSegment[],
    private readonly stage: string,
    private readonly limit: Span | undefined,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** Undefined where no limit is set, or before the stage. While the clock stands still as if it went on at once. */
  due(): CalendarResult | undefined {
    const end = this.end();
    return end && this.carried(end);
  }

  fireAt(when: RungTime): Date | undefined {
    const [start, end] = [this.start, this.end()];
    if (!start || !end || 'workingDaysIn' in when) return undefined;
    if ('share' in when) {
      const share = this.calendar.workingMinutesBetween(start, end.at) * when.share;
      return this.carried(share > 0 ? this.calendar.addWorkingMinutes(start, share) : end).at;
    }
    const due = this.carried(end).at;
    return when.workingDaysAfterDue === 0 ? due : this.calendar.addWorkingDays(due, when.workingDaysAfterDue).at;
  }

  private get start(): Date | undefined {
    return this.segments.find(({ stage }) => stage === this.stage)?.from;
  }

  private end(): CalendarResult | undefined {
    return this.start && this.limit && addSpan(this.calendar, this.start, this.limit);
  }

  /** An instant of the clock, later by all the working time since its start that was not the stage's own. */
  private carried(base: CalendarResult): CalendarResult {
    const begun = this.segments.findIndex(({ stage }) => stage === this.stage);
    return this.segments.slice(begun).reduce((moved, { state, stage, from }, index, all) => {
      const until = all[index + 1]?.from;
      if (!until || (state === 'running' && stage === this.stage)) return moved;
      const minutes = this.calendar.workingMinutesBetween(from, until);
      if (minutes <= 0) return moved;
      const { at, estimated } = this.calendar.addWorkingMinutes(moved.at, minutes);
      return { at, estimated: moved.estimated || estimated };
    }, base);
  }
}
