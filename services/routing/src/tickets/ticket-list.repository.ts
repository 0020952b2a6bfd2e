import type { Access } from '@nqi/platform';
import type { DecisionRecord } from '../rules/decision.js';
import type { TicketLease } from '../workstation/ticket-lease.js';
import type { SlaState, TicketRecord, TicketStatus, TicketSummary } from './ticket-state.js';

/** Which tickets a list or a count is about; both read it with the same predicate. */
export interface TicketCriteria {
  readonly access: Access;
  /** Offices that are looked at. */
  readonly nodeCodes: readonly string[];
  readonly statuses: readonly TicketStatus[];
  readonly sla?: readonly SlaState[];
  readonly requestId?: string;
  readonly domain?: string;
  readonly enterpriseUscc?: string;
  /** Only those assigned to the caller or claimed by the caller. */
  readonly mine?: boolean;
  /** Beginning of a ticket's number, or a part of its enterprise's name. */
  readonly text?: string;
  /** When it is looked at; leases that end before do not count. */
  readonly at: Date;
}

export interface ListedTicket extends TicketSummary {
  /** The one in force. */
  readonly lease?: TicketLease;
}

/** By a rank means the highest first, and among equals what is due first. */
export type TicketRank = 'priority' | 'urged';
export type TicketSort = 'completeDueAt' | 'routedAt' | TicketRank;

/** What a sort ranks by before it looks at a time, if anything. */
export function rankOf(sort: TicketSort): TicketRank | undefined {
  return sort === 'priority' || sort === 'urged' ? sort : undefined;
}

export interface TicketPage {
  readonly sort: TicketSort;
  readonly descending: boolean;
  readonly limit: number;
  /** Sort values and id of the last ticket of the page before. */
  readonly after?: { readonly at: Date; readonly id: string; readonly rank: number };
}

/** One count per office and status; `capped` when there are more than were counted. */
export interface TicketCount {
  readonly status: TicketStatus;
  readonly sla: SlaState;
  readonly count: number;
  readonly capped: boolean;
}

export interface HistoryEntry {
  readonly at: Date;
  readonly event: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface StoredDecision extends DecisionRecord {
  readonly ticketId: string;
  readonly ticketNo: string;
}

/** Tickets as people look at them; whatever is out of a caller's reach is not there. */
export abstract class TicketListRepository {
  /** Up to `limit + 1` tickets, so that the caller sees whether there are more. */
  abstract find(criteria: TicketCriteria, page: TicketPage): Promise<ListedTicket[]>;

  /** Counts no further than some thousand per office and status, so that it stays quick. */
  abstract count(criteria: TicketCriteria): Promise<TicketCount[]>;

  abstract get(id: string, access: Access): Promise<TicketRecord | undefined>;

  /** Oldest first. */
  abstract history(id: string): Promise<HistoryEntry[]>;

  abstract decision(id: string, access: Access): Promise<StoredDecision | undefined>;
}
