import type { Fired } from '../due/due-rows.repository.js';
import type { TermsChange } from './terms-change.js';

/** Publications that open tickets are counted anew for. */
export abstract class TermsChangeRepository {
  /** The oldest that is in force and not done; changes are applied one after the other. */
  abstract next(now: Date): Promise<TermsChange | undefined>;

  /**
   * Applies a change to up to `limit` tickets that it was not applied to, each in a transaction of its own with the
   * event it leads to. Tickets that somebody else holds are passed over, so replicas share the work; one that cannot be
   * counted anew keeps its terms and is not tried again. Rejects when the
   * database is away.
   */
  abstract renewSome(change: TermsChange, now: Date, limit: number): Promise<Fired>;

  /** Done when no open ticket is left, some time after it took effect: until then tickets by older terms may come in. */
  abstract finish(change: TermsChange, now: Date): Promise<boolean>;

  /** Newest first. */
  abstract list(page: { readonly limit: number; readonly before?: number }): Promise<TermsChange[]>;
}
