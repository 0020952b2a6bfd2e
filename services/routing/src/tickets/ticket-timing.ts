import { CLOCKS, type ClockName, type TimerKind } from '../clocks/service-level.js';
import type { TicketClocks } from '../clocks/ticket-clocks.js';
import { ENDED, type ClockMark, type SlaState, type TicketState } from './ticket-state.js';

export interface Timer {
  readonly clock: ClockName;
  readonly kind: TimerKind;
  /** Undefined while the clocks stand still. */
  readonly dueAt?: Date;
}

const PENDING: Record<ClockMark, readonly TimerKind[]> = {
  'on-time': ['at-risk', 'breach'],
  'at-risk': ['breach'],
  breached: [],
};

/** The clocks that have not stopped: acceptance stops the first, the end of the ticket both. */
export function openClocks({ status, acceptedAt }: TicketState): ClockName[] {
  if (ENDED.includes(status)) return [];
  return CLOCKS.filter((clock) => clock === 'complete' || acceptedAt === undefined);
}

/** Timers that have yet to fire. */
export function timersOf(state: TicketState, clocks: TicketClocks): Timer[] {
  return openClocks(state).flatMap((clock) =>
    PENDING[state.marks[clock]].map((kind) => ({
      clock,
      kind,
      ...(!clocks.paused && { dueAt: clocks.fireAt(clock, kind) }),
    })),
  );
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
