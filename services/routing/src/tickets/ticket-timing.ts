import {
  isClientWait,
  pendingRungs,
  type Escalation,
  type LadderClock,
  type Rung,
} from '../clocks/escalation-ladder.js';
import { CLIENT_CHOICE, CLOCKS, type ClockMark, type ClockName } from '../clocks/service-level.js';
import type { TicketClocks } from '../clocks/ticket-clocks.js';
import { ENDED, awaitsChoice, type SlaState, type TicketState } from './ticket-state.js';

export interface Timer {
  /** `pause` for the one that ends an open pause. */
  readonly clock: LadderClock | 'pause';
  /** Code of a rung (of a return, a choice or a stage with its occasion), or of the pause that ends. */
  readonly kind: string;
  /** Undefined while the clocks stand still. */
  readonly dueAt?: Date;
}

/** A rung that has yet to fire, and the timer that waits for it. */
export interface PendingRung {
  readonly rung: Rung;
  readonly kind: string;
  readonly occasion?: number;
}

/** The promises whose clocks have not stopped: acceptance stops the first, the end of the ticket both. */
export function openClocks({ status, acceptedAt }: TicketState): ClockName[] {
  if (ENDED.includes(status)) return [];
  return CLOCKS.filter((clock) => clock === 'complete' || acceptedAt === undefined);
}

/** Rungs of a clock that have yet to fire as the ticket stands; none of a clock that does not run for it. */
export function pendingOf(state: TicketState, clock: LadderClock, ladder: readonly Rung[]): PendingRung[] {
  if (!ladderClocks(state).includes(clock)) return [];
  const occasion = occasionOf(state, clock);
  return pendingRungs(ladder, clock, markOf(state, clock), state.escalations, occasion).map((rung) => ({
    rung,
    kind: occasion === undefined ? rung.code : `${rung.code}-${occasion}`,
    ...(occasion !== undefined && { occasion }),
  }));
}

/** Timers that have yet to fire. */
export function timersOf(state: TicketState, clocks: TicketClocks, ladder: readonly Rung[]): Timer[] {
  const rungs: Timer[] = ladderClocks(state).flatMap((clock) =>
    pendingOf(state, clock, ladder).map(({ rung, kind }) => {
      const dueAt = clocks.paused && !isClientWait(clock) ? undefined : fireAt(state, clocks, clock, rung);
      return { clock, kind, ...(dueAt && { dueAt }) };
    }),
  );
  const limit = clocks.pauseLimit();
  return limit ? [...rungs, { clock: 'pause', kind: limit.code, dueAt: limit.at }] : rungs;
}

function fireAt(state: TicketState, clocks: TicketClocks, clock: LadderClock, { when }: Rung): Date | undefined {
  return clock === 'stage' ? clocks.stage(state.status).fireAt(when) : clocks.fireAt(clock, when);
}

/**
 * How the promise stands: of an open ticket the worst of its open clocks, of a resolved one whether it was finished in
 * time. A withdrawn ticket missed its promise only if it had been late already.
 */
export function slaOf(state: TicketState, clocks: TicketClocks): SlaState {
  if (state.status === 'RESOLVED') {
    return state.endedAt !== undefined && state.endedAt <= clocks.due('complete').at ? 'MET' : 'MISSED';
  }
  if (state.status === 'CANCELLED') return state.marks.complete === 'breached' ? 'MISSED' : 'MET';
  if (clocks.paused) return 'PAUSED';
  const marks = openClocks(state).map((clock) => state.marks[clock]);
  if (marks.includes('breached')) return 'BREACHED';
  return marks.includes('at-risk') ? 'AT_RISK' : 'ON_TIME';
}

/** A return that its client left unanswered until the last reminder, and the office's lead was told. */
export function isUnanswered({ status, segments, escalations }: TicketState): boolean {
  const told = (each: Escalation) =>
    each.clock === 'return' && each.audience !== 'client' && each.occasion === segments.length - 1;
  return status === 'RETURNED' && escalations.some(told);
}

export function markOf(state: TicketState, clock: LadderClock): ClockMark {
  if (clock === 'accept' || clock === 'complete') return state.marks[clock];
  const occasion = occasionOf(state, clock);
  const fired = (code: string) =>
    state.escalations.some((each) => each.clock === clock && each.rung === code && each.occasion === occasion);
  if (fired('breach')) return 'breached';
  return fired('at-risk') ? 'at-risk' : 'on-time';
}

function ladderClocks(state: TicketState): LadderClock[] {
  const { status, acceptedAt, respondedAt } = state;
  const answering = acceptedAt !== undefined && respondedAt === undefined && !ENDED.includes(status);
  return [
    ...openClocks(state),
    ...(answering ? (['first-response'] as const) : []),
    ...(status === 'RETURNED' ? (['return'] as const) : []),
    // Also once its pause is over, so that the office hears of it; tickets of before there were such pauses have none.
    ...(awaitsChoice(state) && (occasionOf(state, 'choice') ?? -1) >= 0 ? (['choice'] as const) : []),
    ...(hasStageLimit(state) ? (['stage'] as const) : []),
  ];
}

/** The segment that began what a clock may measure more than once: a return, a choice, a stage. */
function occasionOf({ status, segments }: TicketState, clock: LadderClock): number | undefined {
  switch (clock) {
    case 'return':
      return segments.length - 1;
    case 'choice':
      return segments.findLastIndex(({ cause }) => cause === CLIENT_CHOICE);
    case 'stage':
      return segments.findIndex(({ stage }) => stage === status);
    default:
      return undefined;
  }
}

function hasStageLimit({ status, serviceLevel }: TicketState): boolean {
  const limits: Readonly<Record<string, unknown>> = serviceLevel.stages ?? {};
  return limits[status] !== undefined;
}
