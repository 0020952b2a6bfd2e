import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { etagOf } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { NetworkRepository } from '../network/network.repository.js';
import { TicketLeaseRepository } from '../workstation/ticket-lease.repository.js';
import { type TicketRecord } from './ticket-state.js';
import { pageView, type TicketPageView } from './ticket.view.js';

/** Answers a change with the ticket as it stands now, and its version as ETag. */
@Injectable()
export class TicketPresenter {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly leases: TicketLeaseRepository,
    private readonly clock: Clock,
  ) {}

  async present(change: Promise<TicketRecord>, reply: FastifyReply): Promise<TicketPageView> {
    const ticket = await change;
    void reply.header('etag', etagOf(ticket.version));
    const lease = await this.leases.inForce(ticket.id, this.clock.now());
    return pageView(ticket, await this.networks.lastSeen(), lease);
  }
}
