import type { TicketStatus } from '../tickets/ticket-state.js';
import type { TicketLease } from './ticket-lease.js';

/** What a lease depends on of its ticket. */
export interface LeasableTicket {
  readonly nodeCode: string;
  readonly nodePath: string;
  readonly status: TicketStatus;
  readonly version: number;
}

/** Who works on which ticket. Leases are beside tickets: taking one does not change the ticket. */
export abstract class TicketLeaseRepository {
  /** Locks the ticket until the transaction ends, against other claims and against changes of the ticket. */
  abstract lockTicket(ticketId: string): Promise<LeasableTicket | undefined>;

  /** The lease in force at that instant. */
  abstract inForce(ticketId: string, at: Date): Promise<TicketLease | undefined>;

  /** In the place of whatever lease the ticket had. */
  abstract save(lease: TicketLease): Promise<void>;

  abstract remove(ticketId: string): Promise<void>;
}
