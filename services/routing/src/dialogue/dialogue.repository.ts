import type { Access } from '@nqi/platform';
import type { Decision } from '../rules/decision.js';
import type { TicketRecord } from '../tickets/ticket-state.js';
import type { Urge } from './urge.js';

export interface StoredProgress {
  readonly ticket: TicketRecord;
  readonly decision: Pick<Decision, 'node' | 'institution' | 'triage'>;
  /** Oldest first. */
  readonly urges: readonly Urge[];
}

export interface MadeUrge extends Urge {
  readonly by: string;
  readonly message?: string;
}

/** What an applicant and the offices say to each other of tickets; whatever is out of a caller's reach is not there. */
export abstract class DialogueRepository {
  /** Tickets of a request, the oldest first; no more than `limit`. */
  abstract ofRequest(requestId: string, access: Access, limit: number): Promise<StoredProgress[]>;

  /** A ticket and its urges, held against every other change until the transaction ends. */
  abstract hold(ticketId: string, access: Access): Promise<Omit<StoredProgress, 'decision'> | undefined>;

  /** Keeps an urge of a held ticket and tells of it. The ticket's version stays what it is. */
  abstract addUrge(ticket: TicketRecord, urge: MadeUrge, total: number): Promise<void>;
}
