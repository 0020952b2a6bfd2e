import { isTechnicalDomain, type LocalizedText, type Moves, type ServiceDomain } from '@nqi/kernel';
import type { Escalation } from '../clocks/escalation-ladder.js';
import type { ClockMark, ClockName, PauseReason, ServiceLevel } from '../clocks/service-level.js';
import type { ClockSegment } from '../clocks/ticket-clocks.js';
import type { InstitutionChoice, TriageReason } from '../rules/decision.js';

export const TICKET_STATUSES = [
  'ROUTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'PAUSED',
  'RETURNED',
  'RESOLVED',
  'CANCELLED',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export const ENDED: readonly TicketStatus[] = ['RESOLVED', 'CANCELLED'];

export const SLA_STATES = ['ON_TIME', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET', 'MISSED'] as const;
export type SlaState = (typeof SLA_STATES)[number];

/**
 * Every legal move. A job's facts win: work that is done resolves a ticket that stands paused or returned, too. Only
 * the province's platform gives back what it had taken, or asks for more while it works.
 */
export const MOVES: Moves<TicketStatus> = {
  ROUTED: ['ACCEPTED', 'RETURNED', 'CANCELLED'],
  ACCEPTED: ['ROUTED', 'IN_PROGRESS', 'PAUSED', 'RETURNED', 'RESOLVED', 'CANCELLED'],
  IN_PROGRESS: ['ROUTED', 'ACCEPTED', 'PAUSED', 'RETURNED', 'RESOLVED', 'CANCELLED'],
  PAUSED: ['ACCEPTED', 'IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  RETURNED: ['ROUTED', 'ACCEPTED', 'IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  RESOLVED: [],
  CANCELLED: [],
};

export const TICKET_ACTIONS = [
  'accept',
  'assign',
  'transfer',
  'escalate',
  'return',
  'pause',
  'resume',
  'resolve',
  'split',
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** From which states a person may do what. */
export const ACTION_STATES: Readonly<Record<TicketAction, readonly TicketStatus[]>> = {
  accept: ['ROUTED'],
  assign: ['ROUTED', 'ACCEPTED', 'IN_PROGRESS', 'PAUSED', 'RETURNED'],
  transfer: ['ROUTED', 'ACCEPTED'],
  escalate: ['ROUTED', 'ACCEPTED'],
  return: ['ROUTED', 'ACCEPTED'],
  pause: ['ACCEPTED', 'IN_PROGRESS'],
  resume: ['PAUSED'],
  resolve: ['ACCEPTED', 'IN_PROGRESS'],
  // Not later: a job is opened from what the acceptance tells, so lines that left after it would be worked on twice.
  split: ['ROUTED'],
};

export interface InstitutionRef {
  readonly id: string;
  readonly name: string;
}

/** What an item of a request brings with it and a ticket keeps. */
export interface TicketOrder {
  readonly requestId: string;
  readonly requestNo: string;
  readonly itemId: string;
  readonly serviceCode: string;
  readonly serviceName: LocalizedText;
  readonly domain: ServiceDomain;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  /** The telephone as intake sealed it (`ContactPhones`). */
  readonly contact: { readonly name: string; readonly phone: string };
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly mode: string;
  readonly urgency: string;
  /** The filled form as the filing's JSON text. */
  readonly formJson: string;
  readonly filedAt: Date;
}

export interface TicketState extends TicketOrder {
  readonly id: string;
  readonly ticketNo: string;
  readonly nodeCode: string;
  readonly nodePath: string;
  readonly institution?: InstitutionRef;
  readonly institutionChoice: InstitutionChoice;
  readonly status: TicketStatus;
  /** Why it waits at the hub for a person to place it. */
  readonly triage?: TriageReason;
  /** Since when the province's own platform has it, whose word then moves it. */
  readonly handedUpAt?: Date;
  /** Where a paused or returned ticket goes on from. */
  readonly resumesTo?: TicketStatus;
  readonly pauseReason?: PauseReason;
  readonly returnedFor?: readonly string[];
  readonly assignee?: string;
  readonly jobId?: string;
  readonly resolution?: string;
  /** Working days that the catalogue gave for the service when the ticket was made. */
  readonly catalogueDays: number;
  /** The limits promised, and the versions of policy and calendar they are counted by. */
  readonly serviceLevel: ServiceLevel;
  readonly policyVersion: string;
  readonly calendarVersion: number;
  readonly segments: readonly ClockSegment[];
  readonly marks: Readonly<Record<ClockName, ClockMark>>;
  /** Rungs that fired, oldest first. */
  readonly escalations: readonly Escalation[];
  /** From 0 to 3; what is late is raised. */
  readonly priority: number;
  /** How often its enterprise urged it; raises no version. */
  readonly urged: number;
  readonly routedAt: Date;
  readonly acceptedAt?: Date;
  /** The handler's first act after acceptance: a step of the job, or word to the client. */
  readonly respondedAt?: Date;
  /** When an institution's job was opened. */
  readonly startedAt?: Date;
  /** When it was resolved or cancelled. */
  readonly endedAt?: Date;
  readonly version: number;
}

/** The state with what is derived from it, as it is stored and shown. */
export interface TicketRecord extends TicketState {
  readonly acceptDueAt: Date;
  readonly completeDueAt: Date;
  /** True when a due time was counted with days whose holidays are not announced yet. */
  readonly dueEstimated: boolean;
  readonly sla: SlaState;
}

/** What a list shows of a ticket. */
export type TicketSummary = Omit<TicketRecord, 'formJson' | 'segments' | 'escalations'>;

/** Consulting and training are served by the office itself; the other domains by an institution's job. */
export function isOfficeServed(domain: ServiceDomain): boolean {
  return !isTechnicalDomain(domain);
}

/** It is the client's turn: an office has it, and law leaves it to the client who performs the work. */
export function awaitsChoice({
  status,
  institutionChoice,
  triage,
  handedUpAt,
}: Pick<TicketState, 'status' | 'institutionChoice' | 'triage' | 'handedUpAt'>): boolean {
  // The province has bodies of its own.
  const ours = triage === undefined && handedUpAt === undefined;
  return status === 'ROUTED' && institutionChoice === 'awaited' && ours;
}

/** What would need an office and an institution, while a person has yet to find them. */
const NOT_IN_TRIAGE: readonly TicketAction[] = ['accept', 'transfer', 'escalate', 'pause', 'resolve'];

export function waitsForPlace(ticket: Pick<TicketState, 'triage'>, action: TicketAction): boolean {
  return ticket.triage !== undefined && NOT_IN_TRIAGE.includes(action);
}

/** The actor of what the province's platform says. */
export const PROVINCE = 'province-platform';
/** What people may still do with a ticket that the province's platform has: look after it, and take it back. */
const WHILE_ABOVE: readonly TicketAction[] = ['assign', 'transfer'];
/** Beyond what people may: the province asks for more while it works, and goes on without an answer. */
const FROM_ABOVE: Partial<Record<TicketAction, TicketStatus>> = { return: 'IN_PROGRESS', resume: 'RETURNED' };

export function isAbove({ handedUpAt, status }: Pick<TicketState, 'handedUpAt' | 'status'>): boolean {
  return handedUpAt !== undefined && !ENDED.includes(status);
}

export function isForProvince(ticket: Pick<TicketState, 'handedUpAt' | 'status'>, action: TicketAction): boolean {
  return isAbove(ticket) && !WHILE_ABOVE.includes(action);
}

export function isAllowedIn(status: TicketStatus, action: TicketAction, actor?: string): boolean {
  return ACTION_STATES[action].includes(status) || (actor === PROVINCE && FROM_ABOVE[action] === status);
}

/** What a person may do with a ticket as it stands. */
export function actionsOf(
  ticket: Pick<TicketState, 'status' | 'domain' | 'nodePath' | 'triage' | 'handedUpAt'>,
): TicketAction[] {
  return TICKET_ACTIONS.filter(
    (action) =>
      ACTION_STATES[action].includes(ticket.status) &&
      !waitsForPlace(ticket, action) &&
      !isForProvince(ticket, action) &&
      (action !== 'resolve' || isOfficeServed(ticket.domain)) &&
      (action !== 'split' || !isOfficeServed(ticket.domain)) &&
      (action !== 'escalate' || ticket.nodePath.includes('/')),
  );
}
