import { call, callVersioned, type Versioned } from './http.js';
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
  readonly institutionChoice: 'statutory' | 'client' | 'platform' | 'none';
  readonly status: TicketStatus;
  readonly pauseReason?: string;
  readonly assignee?: string;
  readonly urgency: Urgency;
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
}

export interface HistoryEntry {
  readonly at: string;
  readonly event: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface TicketFilters {
  readonly node?: string;
  readonly status?: TicketStatus;
  readonly sla?: Sla;
  readonly domain?: Domain;
}

const one = (id: string): string => `/tickets/${encodeURIComponent(id)}`;

export const listTickets = (filters: TicketFilters, cursor?: string): Promise<Page<Ticket>> =>
  call('/tickets', { query: { ...filters, ...(filters.node && { subtree: true }), limit: 50, cursor } });

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

export const readTicketCounts = ({ node, domain }: TicketFilters): Promise<TicketCounts> =>
  call('/tickets/counts', { query: { node, domain, ...(node && { subtree: true }) } });

/** An institution that was looked at, with what each filter said and how it scored. */
export interface Candidate {
  readonly institutionId: string;
  readonly name: string;
  readonly relation: string;
  readonly kilometres?: number;
  readonly openTickets: number;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly score?: Readonly<Record<'level' | 'distance' | 'load' | 'specialism' | 'total', number>>;
  readonly rank?: number;
}

/** Why an item came to this office and why this institution was proposed. */
export interface Decision {
  readonly ruleSet: string;
  readonly networkVersion: number;
  readonly node: {
    readonly code: string;
    readonly reasonCode: string;
    readonly steps: readonly { readonly nodeCode: string; readonly reasonCode: string }[];
  };
  readonly institution: {
    readonly choice: string;
    readonly id?: string;
    readonly name?: string;
    readonly clientWish?: string;
  };
  readonly candidates: readonly Candidate[];
}

export const readDecision = (id: string): Promise<Decision> => call(`${one(id)}/decision`);
