import { CLIENT_CHOICE, LIMITED, type LimitName } from '../clocks/service-level.js';
import { TicketClocks, type ClockUsage, type Terms } from '../clocks/ticket-clocks.js';
import { ENDED, TICKET_STATUSES, awaitsChoice, isAbove, type TicketState, type TicketStatus } from './ticket-state.js';
import { isUnanswered, timersOf, type Timer } from './ticket-timing.js';

/** What happens next by itself, or else for whom everybody waits; an open ticket always has one of the two. */
export interface TicketStanding {
  readonly clocks: ClockUsage;
  readonly nextTimer?: Required<Timer>;
  /**
   * `RETURNED`, a reason for a pause, `RETURN_UNANSWERED` when the client did not react to its reminders,
   * `WITH_PROVINCE` (handed up, its clocks go on), `CLIENT_CHOICE` (the clocks stand still, or, once that was long enough, go on: the office asks the client), or
   * `LADDER_CLIMBED` when every office up to the province has been told.
   */
  readonly standsFor?: string;
}

export type ClockState = 'waiting' | 'running' | 'paused' | 'stopped';

/** One of a ticket's clocks, or the time it spent in one status. */
export interface ClockReading extends ClockUsage {
  readonly name: LimitName | 'stage';
  readonly stage?: TicketStatus;
  readonly state: ClockState;
  readonly startedAt?: Date;
  readonly stoppedAt?: Date;
  readonly dueAt?: Date;
  readonly estimated?: boolean;
}

export function standingOf(ticket: TicketState, terms: Terms, now: Date): TicketStanding {
  const clocks = new TicketClocks(ticket, terms);
  const usage = clocks.usage('complete', ticket.endedAt ?? now);
  if (ENDED.includes(ticket.status)) return { clocks: usage };
  const [nextTimer] = timersOf(ticket, clocks, terms.policy.content.ladder)
    .filter((timer): timer is Required<Timer> => timer.dueAt !== undefined)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const standsFor = reasonOf(ticket, clocks.paused, nextTimer);
  return { clocks: usage, ...(nextTimer && { nextTimer }), ...(standsFor !== undefined && { standsFor }) };
}

/** Every clock of a ticket, and the statuses it has been in. */
export function readingsOf(ticket: TicketState, terms: Terms, now: Date): ClockReading[] {
  const clocks = new TicketClocks(ticket, terms);
  const until = ticket.endedAt ?? now;
  const stages = TICKET_STATUSES.filter((stage) =>
    ticket.segments.some((segment) => segment.stage === stage && segment.state !== 'stopped'),
  );
  return [
    ...LIMITED.map((name) => clockReading(name, ticket, clocks, until)),
    ...stages.map((stage) => stageReading(stage, ticket, clocks, until)),
  ];
}

function clockReading(name: LimitName, ticket: TicketState, clocks: TicketClocks, until: Date): ClockReading {
  const startedAt = clocks.startOf(name);
  const stoppedAt = startedAt && (clocks.stopOf(name) ?? ticket.endedAt);
  const due = clocks.dueOf(name);
  return {
    name,
    state: !startedAt ? 'waiting' : stoppedAt ? 'stopped' : clocks.paused ? 'paused' : 'running',
    ...(startedAt && { startedAt }),
    ...(stoppedAt && { stoppedAt }),
    ...(due && { dueAt: due.at, estimated: due.estimated }),
    ...clocks.usage(name, until),
  };
}

function stageReading(stage: TicketStatus, ticket: TicketState, clocks: TicketClocks, until: Date): ClockReading {
  const startedAt = ticket.segments.find((segment) => segment.stage === stage)?.from;
  const due = clocks.stage(stage).due();
  const isNow = ticket.status === stage && !ENDED.includes(ticket.status);
  return {
    name: 'stage',
    stage,
    state: !isNow ? 'stopped' : clocks.paused ? 'paused' : 'running',
    ...(startedAt && { startedAt }),
    ...(due && { dueAt: due.at, estimated: due.estimated }),
    ...clocks.usageOfStage(stage, until),
  };
}

function reasonOf(ticket: TicketState, paused: boolean, nextTimer: Timer | undefined): string | undefined {
  if (awaitsChoice(ticket)) return CLIENT_CHOICE;
  if (paused) return isUnanswered(ticket) ? 'RETURN_UNANSWERED' : (ticket.pauseReason ?? 'RETURNED');
  if (isAbove(ticket)) return 'WITH_PROVINCE';
  return nextTimer ? undefined : 'LADDER_CLIMBED';
}
