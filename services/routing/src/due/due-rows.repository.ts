/** What a pass over rows that came due came to. */
export interface Fired {
  /** Rows whose due acts were done. */
  readonly done: number;
  /** Rows that could not be handled; a later pass tries them again. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
}

/** Rows with something to do at a time of theirs: found by due time, never by scanning. */
export abstract class DueRows {
  /**
   * Does what is due at `now`, for up to `limit` rows: each in one transaction of its own with the events it leads to.
   * Rows that somebody else holds at the moment are passed over, so replicas share the work and every act is done once,
   * whatever crashes. Rejects when the database is away.
   */
  abstract fireDue(now: Date, limit: number): Promise<Fired>;

  /** When the next row comes due, undefined when none does. */
  abstract nextDue(): Promise<Date | undefined>;
}
