/** What a pass over the due timers came to. */
export interface FiredTimers {
  /** Tickets whose due timers were fired. */
  readonly tickets: number;
  /** Tickets that could not be handled; a later pass tries them again. */
  readonly failed: readonly { readonly ticketId: string; readonly error: unknown }[];
}

/** The timers of all tickets, found by due time, never by scanning tickets. */
export abstract class TimerRepository {
  /**
   * Fires what is due at `now`, for up to `limit` tickets: each in one transaction of its own with the events it leads
   * to. Tickets that somebody else holds at the moment are passed over, so replicas share the work and every timer
   * fires once. Rejects when the database is away.
   */
  abstract fireDue(now: Date, limit: number): Promise<FiredTimers>;

  /** When the next timer comes due, undefined when none is set. */
  abstract nextDue(): Promise<Date | undefined>;
}
