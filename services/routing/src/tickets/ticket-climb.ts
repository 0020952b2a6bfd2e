import {
  TOP_PRIORITY,
  audiencePath,
  climb,
  isPromise,
  type LadderClock,
  type OtherOffice,
  type OtherOffices,
} from '../clocks/escalation-ladder.js';
import type { TicketClocks } from '../clocks/ticket-clocks.js';
import type { TicketFact } from './ticket-events.js';
import { ACTION_STATES, type TicketState } from './ticket-state.js';
import type { PendingRung } from './ticket-timing.js';

/** What a rung that fires makes of a ticket: what changes, what is told, and where the ticket goes. */
export interface Climbed {
  readonly patch: Partial<TicketState>;
  readonly fact: TicketFact;
  readonly to?: OtherOffice;
}

/** The rungs that mark how far a promise has come. */
const MARKS: Readonly<Record<string, 'at-risk' | 'breached'>> = { 'at-risk': 'at-risk', breach: 'breached' };

/** Whoever lifts a ticket also raises it, so that it is not late once more at the end of another queue. */
export function climbed(
  state: TicketState,
  clocks: TicketClocks,
  { rung, occasion }: PendingRung,
  at: Date,
  offices: OtherOffices,
): Climbed {
  const { clock, code } = rung;
  const { escalation: fired, to } = climb(rung, at, ACTION_STATES.escalate.includes(state.status), offices);
  const escalation = { ...fired, ...(occasion !== undefined && { occasion }) };
  const raised = rung.act === 'notify' ? 0 : 1;
  const mark = isPromise(clock) ? MARKS[code] : undefined;
  const dueAt = dueOf(clock, clocks, state.status);
  const path = audiencePath(rung.audience, state.nodePath);
  return {
    patch: {
      escalations: [...state.escalations, escalation],
      priority: Math.min(state.priority + raised, TOP_PRIORITY),
      ...(mark && { marks: { ...state.marks, [clock]: mark } }),
    },
    fact:
      mark && isPromise(clock)
        ? {
            type: mark === 'breached' ? 'TicketSlaBreached' : 'TicketSlaAtRisk',
            clock,
            dueAt: clocks.due(clock).at,
          }
        : {
            type: 'TicketRungReached',
            escalation,
            ...(dueAt && { dueAt }),
            ...(path !== undefined && { audiencePath: path }),
          },
    ...(to && { to }),
  };
}

function dueOf(clock: LadderClock, clocks: TicketClocks, status: string): Date | undefined {
  if (clock === 'return') return undefined;
  if (clock === 'stage') return clocks.stage(status).due()?.at;
  return clock === 'choice' ? clocks.choiceDueAt() : clocks.dueOf(clock)?.at;
}
