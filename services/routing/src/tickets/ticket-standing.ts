import type { WorkingCalendar } from '@nqi/kernel';
import { TicketClocks, type ClockUsage } from '../clocks/ticket-clocks.js';
import { ENDED, type TicketState } from './ticket-state.js';
import { timersOf, type Timer } from './ticket-timing.js';

/** What happens next by itself, or else for whom everybody waits; an open ticket always has one of the two. */
export interface TicketStanding {
  readonly clocks: ClockUsage;
  readonly nextTimer?: Required<Timer>;
  /** `RETURNED`, a reason for a pause, or `LADDER_CLIMBED` when every office up to the province has been told. */
  readonly standsFor?: string;
}

export function standingOf(ticket: TicketState, calendar: WorkingCalendar, now: Date): TicketStanding {
  const clocks = new TicketClocks(ticket.segments, ticket.serviceLevel, ticket.acceptedAt, calendar);
  const usage = clocks.usage(ticket.endedAt ?? now);
  if (ENDED.includes(ticket.status)) return { clocks: usage };
  const [nextTimer] = timersOf(ticket, clocks)
    .filter((timer): timer is Required<Timer> => timer.dueAt !== undefined)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const standsFor = clocks.paused ? (ticket.pauseReason ?? 'RETURNED') : nextTimer ? undefined : 'LADDER_CLIMBED';
  return { clocks: usage, ...(nextTimer && { nextTimer }), ...(standsFor !== undefined && { standsFor }) };
}
