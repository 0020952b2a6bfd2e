import type { Access } from '@nqi/platform';
import type { TicketSummary } from '../tickets/ticket-state.js';
import type { Link, LinkKind } from './link.js';

/** A link as it looks from one of its ends. */
export interface SeenLink extends Link {
  readonly other: TicketSummary;
}

/** Links between tickets, kept once for both ends. Of an end out of reach nothing is seen. */
export abstract class LinkRepository {
  /** Those of the given tickets that are within reach, held so that they are linked one after the other. */
  abstract hold(ticketIds: readonly string[], access: Access): Promise<ReadonlySet<string>>;

  /** How many a ticket has. */
  abstract count(ticketId: string): Promise<number>;

  /** False when the two are linked so already. */
  abstract add(link: Link, ends: readonly [string, string]): Promise<boolean>;

  /** The oldest first; undefined when there is no such ticket within reach. */
  abstract ofTicket(ticketId: string, access: Access): Promise<SeenLink[] | undefined>;

  /** The kind of a ticket's link, which stays so until the transaction ends; undefined when there is none. */
  abstract holdLink(id: string, ticketId: string, access: Access): Promise<LinkKind | undefined>;

  abstract remove(id: string, at: Date, by: string): Promise<void>;
}
