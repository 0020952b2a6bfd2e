import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Principal, type Role } from '@nqi/platform';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import { leasedByAnother } from './ticket-lease.errors.js';
import { TicketLeaseRepository, type LeasableTicket } from './ticket-lease.repository.js';

/** Those who answer for the work of others are not kept out by a lease. */
const UNBOUND: readonly Role[] = ['lead', 'dispatcher'];

/** Keeps everybody but its holder from changing a ticket that is claimed. */
@Injectable()
export class LeaseGuard {
  constructor(
    private readonly leases: TicketLeaseRepository,
    private readonly clock: Clock,
  ) {}

  /** Keeps everybody else from claiming or changing the ticket until the transaction ends. */
  async lock(ticketId: string): Promise<LeasableTicket> {
    const ticket = await this.leases.lockTicket(ticketId);
    if (!ticket) throw noSuchTicket(ticketId);
    return ticket;
  }

  /** Throws `conflict` while another person holds the lease. Sure only once the ticket is locked. */
  async assertFree(ticketId: string, { username, roles }: Principal): Promise<void> {
    if (roles.some((role) => UNBOUND.includes(role))) return;
    const lease = await this.leases.inForce(ticketId, this.clock.now());
    if (lease && lease.holder !== username) throw leasedByAnother(lease);
  }
}
