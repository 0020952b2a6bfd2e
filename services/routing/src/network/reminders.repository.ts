/** A qualification that was found to run out soon. */
export interface Reminder {
  readonly institutionId: string;
  readonly kind: string;
  readonly number: string;
  readonly validUntil: string;
  /** So many days before its end (DOMAIN 6: 120, 90, 30, 7). */
  readonly days: number;
  readonly firedAt: Date;
}

/** Reminders before qualifications run out; each is a row, found by its day, that fires once for ever. */
export abstract class ReminderRepository {
  /** Fires what is due on the day; of several replicas one gets each. Those of terms that have changed are dropped. */
  abstract fireDue(today: string, now: Date): Promise<readonly Reminder[]>;

  /** The newest that fired. */
  abstract fired(limit: number): Promise<readonly Reminder[]>;
}
