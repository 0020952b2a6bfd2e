import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { type Access } from '@nqi/platform';
import { TermsRepository } from '../clocks/terms.repository.js';
import { NetworkRepository } from '../network/network.repository.js';
import { ProvinceLink } from '../upwards/province-link.js';
import { UNCONNECTED_REASON } from '../upwards/upwards.view.js';
import { TicketLeaseRepository } from '../workstation/ticket-lease.repository.js';
import { TicketListRepository } from './ticket-list.repository.js';
import { type TicketRecord } from './ticket-state.js';
import { readingsOf, standingOf } from './ticket-standing.js';
import { noSuchTicket } from './ticket.errors.js';
import { pageView, type TicketDetailView } from './ticket.view.js';

/** One ticket with its form, history and standing; `not_found` when it is out of the caller's reach. */
@Injectable()
export class ReadTicketQuery {
  constructor(
    private readonly tickets: TicketListRepository,
    private readonly leases: TicketLeaseRepository,
    private readonly networks: NetworkRepository,
    private readonly terms: TermsRepository,
    private readonly clock: Clock,
    private readonly province: ProvinceLink,
  ) {}

  async execute(id: string, access: Access): Promise<TicketDetailView> {
    const ticket = await this.tickets.get(id, access);
    if (!ticket) throw noSuchTicket(id);
    const terms = await this.terms.of(ticket);
    const now = this.clock.now();
    return {
      ...pageView(ticket, await this.networks.current(), await this.leases.inForce(id, now)),
      history: await this.tickets.history(id),
      escalations: ticket.escalations,
      standing: { ...standingOf(ticket, terms, now), ...this.standsAtProvince(ticket) },
      clocks: readingsOf(ticket, terms, now),
      segments: ticket.segments,
      policyVersion: ticket.policyVersion,
      calendarVersion: ticket.calendarVersion,
    };
  }

  /** Without a connection people at the province's office do what its platform would. */
  private standsAtProvince({ status, nodePath, triage }: TicketRecord): { standsFor?: string } {
    const waits = status === 'ROUTED' && triage === undefined && !nodePath.includes('/');
    return waits && !this.province.connected ? { standsFor: UNCONNECTED_REASON } : {};
  }
}
