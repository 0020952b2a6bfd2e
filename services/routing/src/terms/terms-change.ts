import type { OpenTickets } from '../clocks/sla-policy.js';

/** A publication that open tickets are counted anew for, each of them once. */
export interface TermsChange {
  readonly id: number;
  readonly cause: 'POLICY' | 'CALENDAR';
  /** Of the policy or of the calendar. */
  readonly version: string;
  readonly openTickets: OpenTickets;
  readonly effectiveFrom: Date;
  readonly createdAt: Date;
  /** When every open ticket had been looked at. */
  readonly doneAt?: Date;
  readonly tickets: number;
  /** Tickets that could not be counted anew; they keep their terms. */
  readonly failed: number;
}
