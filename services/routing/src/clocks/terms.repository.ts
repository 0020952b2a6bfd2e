import type { Terms } from './ticket-clocks.js';

/** Where policies and calendars are found by which tickets are promised. Versions never change, so each is read once. */
export abstract class TermsRepository {
  /** The terms a ticket was promised by. */
  abstract of(ticket: { readonly policyVersion: string; readonly calendarVersion: number }): Promise<Terms>;

  /**
   * Those in force at an instant, as of a version of the network: publishing either raises that version, and a ticket
   * made by an older one is refused by the database. No query while the version is the one last asked for.
   */
  abstract inForce(at: Date, networkVersion: number): Promise<Terms>;
}
