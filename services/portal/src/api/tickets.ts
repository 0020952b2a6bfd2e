import { call, callVersioned, type Versioned } from './http.js';
import type { Lease } from './queue.js';
import { queryOf, type TicketFilters } from './ticket-filters.js';
import type { Domain, EnterpriseRef, FormData, Localized, Mode, Page, Urgency } from './shapes.js';

export type TicketStatus = 'ROUTED' | 'ACCEPTED' | 'IN_PROGRESS' | 'PAUSED' | 'RETURNED' | 'RESOLVED' | 'CANCELLED';
export type Sla = 'ON_TIME' | 'AT_RISK' | 'BREACHED' | 'PAUSED' | 'MET' | 'MISSED';
export type TicketAction = 'accept' | 'assign' | 'transfer' | 'escalate' | 'return' | 'pause' | 'resume' | 'resolve';

export const TICKET_STATUSES: readonly TicketStatus[] = [
  'ROUTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'PAUSED',
  'RETURNED',
  'RESOLVED',
  'CANCELLED',
];
export const SLAS: readonly Sla[] = ['ON_TIME', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET', 'MISSED'];
export const TICKET_ACTIONS: readonly TicketAction[] = [
  'accept',
  'resolve',
  'assign',
  'return',
  'pause',
  'resume',
  'transfer',
  'escalate',
];

export interface Ticket {
  readonly id: string;
  readonly ticketNo: string;
  readonly requestId: string;
  readonly requestNo: string;
  readonly itemId: string;
  readonly serviceCode: string;
  readonly serviceName: Localized;
  readonly domain: Domain;
  readonly enterprise: EnterpriseRef;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly nodeCode: string;
  readonly nodeName: Localized;
  readonly institutionId?: string;
  readonly institutionName?: string;
  readonly institutionChoice: 'statutory' | 'client' | 'platform' | 'awaited' | 'none';
  readonly status: TicketStatus;
  /** Why it waits for a person to place it. */
  readonly triage?: string;
  readonly pauseReason?: string;
  readonly assignee?: string;
  /** The one in force when the ticket was read. */
  readonly lease?: Lease;
  readonly urgency: Urgency;
  /** 0 to 3; raised while it is late. */
  readonly priority: number;
  /** How often its enterprise urged it. */
  readonly urged: number;
  readonly mode: Mode;
  readonly form?: FormData;
  readonly filedAt: string;
  readonly routedAt: string;
  readonly acceptedAt?: string;
  readonly resolvedAt?: string;
  readonly acceptDueAt: string;
  readonly completeDueAt: string;
  readonly sla: Sla;
  readonly dueEstimated: boolean;
  readonly jobId?: string;
  readonly returnedFor?: readonly string[];
  readonly resolution?: string;
  readonly version: number;
  readonly actions: readonly TicketAction[];
  readonly history?: readonly HistoryEntry[];
  readonly escalations?: readonly Escalation[];
  readonly standing?: Standing;
  readonly clocks?: readonly ClockReading[];
  readonly segments?: readonly ClockSegment[];
}

/** A promise, or a status that the ticket was in (`stage`). */
export interface ClockReading {
  readonly name: 'accept' | 'first-response' | 'provider' | 'complete' | 'stage';
  readonly stage?: TicketStatus;
  readonly state: 'waiting' | 'running' | 'paused' | 'stopped';
  readonly startedAt?: string;
  readonly stoppedAt?: string;
  readonly dueAt?: string;
  readonly estimated?: boolean;
  readonly usedMinutes: number;
  readonly pausedMinutes: number;
}

/** A stretch of the ticket's time, until the next one begins. */
export interface ClockSegment {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly cause: string;
  readonly actor: string;
  readonly from: string;
  readonly office?: string;
}

/** A rung of the escalation ladder that fired. */
export interface Escalation {
  readonly clock: string;
  readonly rung: string;
  readonly at: string;
  readonly audience: string;
  readonly act: string;
  readonly outcome: string;
  readonly stayedFor?: string;
  readonly toNodeCode?: string;
}

/** What happens next by itself, or for whom everybody waits. */
export interface Standing {
  readonly clocks: { readonly usedMinutes: number; readonly pausedMinutes: number; readonly pausedShare: number };
  readonly nextTimer?: { readonly clock: string; readonly kind: string; readonly dueAt: string };
  readonly standsFor?: string;
}

export interface HistoryEntry {
  readonly at: string;
  readonly event: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const one = (id: string): string => `/tickets/${encodeURIComponent(id)}`;

export const listTickets = (filters: TicketFilters, cursor?: string): Promise<Page<Ticket>> =>
  call('/tickets', { query: { ...queryOf(filters), limit: 50, cursor } });

export const readTicket = (id: string): Promise<Versioned<Ticket>> => callVersioned(one(id));

export const actOnTicket = (id: string, action: TicketAction, body: unknown, ifMatch?: string): Promise<unknown> =>
  call(`${one(id)}/${action}`, { method: 'POST', body: body ?? {}, ifMatch });

export interface TicketCounts {
  readonly total: number;
  readonly byStatus: Readonly<Partial<Record<TicketStatus, number>>>;
  readonly bySla: Readonly<Partial<Record<Sla, number>>>;
  /** There are more: counting stops at some point. */
  readonly capped?: boolean;
}

export const readTicketCounts = (filters: TicketFilters): Promise<TicketCounts> =>
  call('/tickets/counts', { query: { ...queryOf(filters) } });

/** A body that the client may choose, with what speaks for it. */
export interface Proposal {
  readonly rank: number;
  readonly institutionId: string;
  readonly name: string;
  readonly kilometres?: number;
  readonly reasons: readonly Localized[];
  readonly cautions: readonly Localized[];
}

export interface Proposals {
  readonly awaited: boolean;
  readonly items: readonly Proposal[];
}

export const readProposals = (id: string): Promise<Versioned<Proposals>> => callVersioned(`${one(id)}/proposals`);

export const chooseInstitution = (id: string, institutionId: string, ifMatch?: string): Promise<unknown> =>
  call(`${one(id)}/choice`, { method: 'POST', body: { institutionId }, ifMatch });
