export const DEFAULT_LEASE_MINUTES = 15;
export const LONGEST_LEASE_MINUTES = 60;

/**
 * One person works on a ticket and nobody else does meanwhile (领取). It is in force until it is released, its time is
 * over, the ticket ended or went to another office; nothing has to happen for it to lapse.
 */
export interface TicketLease {
  readonly ticketId: string;
  /** Office that held the ticket when it was claimed. */
  readonly nodeCode: string;
  /** Username. */
  readonly holder: string;
  readonly holderName: string;
  readonly claimedAt: Date;
  readonly until: Date;
}
