import type { StoredReceipt } from './filing-receipt.js';
import type { Request } from './request.js';
import type { TicketFacts, TicketNews } from './ticket-news.js';

/** What tells a repeated filing from a new one. */
export interface IdempotencyStamp {
  readonly key: string;
  readonly bodyHash: string;
}

/** A material that an item names. */
export interface Attachment {
  readonly itemId: string;
  readonly materialId: string;
}

/** A filing that was known already under its idempotency key. */
export interface KnownFiling {
  readonly bodyHash: string;
  readonly receipt: StoredReceipt;
}

/** The office that serves an item is found. */
export interface ItemRouted {
  readonly itemId: string;
  readonly ticket: TicketFacts;
  readonly news: Extract<TicketNews, { kind: 'routed' }>;
  readonly at: Date;
}

export abstract class RequestRepository {
  /** The next number in line, never given twice; some may stay unused. */
  abstract nextSequence(): Promise<number>;

  /**
   * Stores a new request with its events and what its items name, all or nothing. Resolves to undefined when stored, or to the filing that the
   * same enterprise made before under the same key; a filing still in flight under that key is waited for.
   */
  abstract file(
    request: Request,
    attachments: readonly Attachment[],
    stamp?: IdempotencyStamp,
  ): Promise<KnownFiling | undefined>;

  /** What staff filed for an enterprise before it registered is from now on its own, under its registered name. */
  abstract claim(uscc: string, name: string): Promise<void>;

  /**
   * Loads a request under its lock, changes it and stores it with its events and history in one transaction; a change
   * that changes nothing stores nothing. Resolves to false when there is no such request; `change` then does not run.
   */
  abstract update(id: string, change: (request: Request) => void | Promise<void>): Promise<boolean>;

  /**
   * What `update` with `follow` does for the first news of an item's ticket, by far the most frequent news, in one
   * statement. Resolves to the enterprise, or to undefined when it is not that simple; nothing is changed then.
   */
  abstract route(routed: ItemRouted): Promise<string | undefined>;
}
