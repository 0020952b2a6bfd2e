import { pendingRungs } from '../clocks/escalation-ladder.js';
import { CLOCKS, type ClockName } from '../clocks/service-level.js';
import type { TicketClocks } from '../clocks/ticket-clocks.js';
import { ENDED, type SlaState, type TicketState } from './ticket-state.js';

export interface Timer {
  /** `pause` for the one that ends an open pause. */
  readonly clock: ClockName | 'pause';
  /** Code of a rung, or of the pause that ends. */
  readonly kind: string;
  /** Undefined while the clocks stand still. */
  readonly dueAt?: Date;
}

/** The clocks that have not stopped: acceptance stops the first, the end of the ticket both. */
export function openClocks({ status, acceptedAt }: TicketState): ClockName[] {
  if (ENDED.includes(status)) return [];
  return CLOCKS.filter((clock) => clock === 'complete' || acceptedAt === undefined);
}

/** Timers that have yet to fire. */
export function timersOf(state: TicketState, clocks: TicketClocks): Timer[] {
  const rungs: Timer[] = openClocks(state).flatMap((clock) =>
    pendingRungs(clock, state.marks[clock], state.escalations).map(({ code, when }) => ({
      clock,
      kind: code,
      ...(!clocks.paused && { dueAt: clocks.fireAt(clock, when) }),
    })),
  );
  const limit = state.status === 'PAUSED' ? clocks.pauseLimit() : undefined;
  return limit ? [...rungs, { clock: 'pause', kind: limit.code, dueAt: limit.at }] : rungs;
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
