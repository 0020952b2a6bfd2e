import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { Access, assertVersion } from '@nqi/platform';
import { LeaseGuard } from '../workstation/lease-guard.handler.js';
import { type Act, type Ticket } from './ticket.js';
import { type TicketRecord } from './ticket-state.js';
import { noSuchTicket } from './ticket.errors.js';
import { TicketRepository } from './ticket.repository.js';

/** Which ticket a person wants to change, as that person saw it. */
export interface TicketTarget {
  readonly ticketId: string;
  /** Version the caller saw; undefined when the caller does not say. */
  readonly expectedVersion?: number;
  readonly access: Access;
}

/** What every change of a ticket by a person has in common: reach, version, lock, actor and time. */
@Injectable()
export class ChangeTicketHandler {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly leases: LeaseGuard,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies one change, or throws and leaves everything as it was: `not_found` for a ticket the caller may not even
   * see, `forbidden` for one the caller sees but may not change, `precondition` for a version that is no longer the
   * latest, `conflict` while another person has claimed it.
   */
  execute(target: TicketTarget, change: (ticket: Ticket, act: Act) => void): Promise<TicketRecord> {
    const at = this.clock.now();
    const { principal } = target.access;
    return this.database.transaction(async () => {
      const { nodePath, version } = await this.leases.lock(target.ticketId);
      assertReach(target, nodePath);
      assertVersion(target.expectedVersion, version);
      await this.leases.assertFree(target.ticketId, principal);
      return this.tickets.update(target.ticketId, (ticket) => change(ticket, { actor: principal.username, at }));
    });
  }
}

/** Throws `not_found` for a ticket the caller may not even see, `forbidden` for one the caller may only look at. */
export function assertReach({ ticketId, access }: TicketTarget, nodePath: string): void {
  if (access.covers({ nodePath })) return;
  if (!Access.of(access.principal, 'ticket.read')?.covers({ nodePath })) throw noSuchTicket(ticketId);
  access.assertCovers({ nodePath });
}
