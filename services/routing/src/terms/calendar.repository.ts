import type { CalendarContent, CalendarEdition } from '../clocks/published-calendar.js';

export interface EditionStamp {
  readonly at: Date;
  readonly by: string;
  readonly note: string;
}

/** Where the editions of the calendar are kept. */
export abstract class CalendarRepository {
  abstract edition(version: number): Promise<CalendarEdition>;

  abstract newest(): Promise<CalendarEdition>;

  /**
   * Publishes the next edition: raises the network's version and has open tickets counted anew. One at a time; nothing
   * happens when nothing differs. What throws leaves no trace.
   */
  abstract publish(change: (newest: CalendarEdition) => CalendarContent, stamp: EditionStamp): Promise<CalendarEdition>;

  /** Stores the first edition where there is none. */
  abstract seed(content: CalendarContent, stamp: EditionStamp): Promise<void>;
}
