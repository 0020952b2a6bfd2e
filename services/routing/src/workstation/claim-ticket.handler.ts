import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { LiveUpdates, assertVersion } from '@nqi/platform';
import { assertReach, type TicketTarget } from '../tickets/change-ticket.handler.js';
import { ENDED } from '../tickets/ticket-state.js';
import { leasedByAnother, nothingToClaim } from './ticket-lease.errors.js';
import { DEFAULT_LEASE_MINUTES, type TicketLease } from './ticket-lease.js';
import { LeaseGuard } from './lease-guard.handler.js';
import { TicketLeaseRepository, type LeasableTicket } from './ticket-lease.repository.js';

export interface ClaimTicket {
  readonly target: TicketTarget;
  readonly minutes?: number;
}

export interface ClaimedTicket {
  readonly lease: TicketLease;
  /** Of the ticket, which a claim does not raise. */
  readonly version: number;
}

/** Takes a ticket for oneself for some minutes, or gives it back. Of many who claim at once exactly one wins. */
@Injectable()
export class ClaimTicketHandler {
  constructor(
    private readonly leases: TicketLeaseRepository,
    private readonly guard: LeaseGuard,
    private readonly database: Database,
    private readonly live: LiveUpdates,
    private readonly clock: Clock,
  ) {}

  /** Whoever holds the lease already prolongs it from now. Throws `conflict` that names another holder. */
  claim({ target, minutes = DEFAULT_LEASE_MINUTES }: ClaimTicket): Promise<ClaimedTicket> {
    return this.withTicket(target, async (ticket) => {
      if (ENDED.includes(ticket.status)) throw nothingToClaim(ticket.status);
      const at = this.clock.now();
      const { ticketId, access } = target;
      const { username, displayName } = access.principal;
      const current = await this.leases.inForce(ticketId, at);
      if (current && current.holder !== username) throw leasedByAnother(current);
      const lease: TicketLease = {
        ticketId,
        nodeCode: ticket.nodeCode,
        holder: username,
        holderName: displayName,
        claimedAt: current?.claimedAt ?? at,
        until: new Date(at.getTime() + minutes * 60_000),
      };
      await this.leases.save(lease);
      this.tell(target.ticketId, ticket, 'TicketClaimed');
      return { lease, version: ticket.version };
    });
  }

  /** Nothing to do when nobody holds it. Another one's lease can only be ended by those whom leases do not bind. */
  release(target: TicketTarget): Promise<{ readonly version: number }> {
    return this.withTicket(target, async (ticket) => {
      await this.guard.assertFree(target.ticketId, target.access.principal);
      await this.leases.remove(target.ticketId);
      this.tell(target.ticketId, ticket, 'TicketReleased');
      return { version: ticket.version };
    });
  }

  private withTicket<T>(target: TicketTarget, work: (ticket: LeasableTicket) => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      const ticket = await this.guard.lock(target.ticketId);
      assertReach(target, ticket.nodePath);
      assertVersion(target.expectedVersion, ticket.version);
      return work(ticket);
    });
  }

  private tell(id: string, { nodePath }: LeasableTicket, cause: string): void {
    this.database.afterCommit(() => this.live.publish({ audience: { nodePath }, subject: 'ticket', id, cause }));
  }
}
