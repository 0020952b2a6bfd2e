import type { Access } from '@nqi/platform';
import type { Decision } from '../rules/decision.js';
import type { TicketSummary } from '../tickets/ticket-state.js';

export interface WaitingTicket {
  readonly ticket: TicketSummary;
  readonly candidates: Decision['candidates'];
  readonly pools: Decision['institution']['pools'];
}

/** Tickets that nobody can serve and a person has to place. */
export abstract class TriageRepository {
  /** Longest waiting first; one more than `limit` when there are more. */
  abstract waiting(
    access: Access,
    limit: number,
    after?: { readonly at: Date; readonly id: string },
  ): Promise<WaitingTicket[]>;
}
