import type { Access, Page } from '@nqi/platform';
import type { QuoteStatus } from './quote-state.js';
import type { Quote, QuoteRecord } from './quote.js';

export interface QuoteFilter {
  readonly requestId?: string;
  readonly itemId?: string;
  readonly statuses?: readonly QuoteStatus[];
}

/** Every change stores the quote, its events and its line in the request's history in the ambient transaction. */
export abstract class QuoteRepository {
  abstract add(quote: Quote): Promise<void>;

  /** Throws `not_found` when there is none, or none within the caller's reach. */
  abstract update(id: string, access: Access, change: (quote: Quote) => void): Promise<void>;

  /** Changes the quotes of these items that are offered or accepted. */
  abstract updateStanding(itemIds: readonly string[], change: (quote: Quote) => void): Promise<void>;

  /** Lets time act on up to `limit` quotes; two replicas share the work, each thing happens once. */
  abstract passTime(now: Date, limit: number): Promise<number>;

  /** Newest first; row scope in the query. */
  abstract list(filter: QuoteFilter, access: Access, limit: number, cursor?: string): Promise<Page<QuoteRecord>>;

  abstract find(id: string, access: Access): Promise<QuoteRecord | undefined>;
}
