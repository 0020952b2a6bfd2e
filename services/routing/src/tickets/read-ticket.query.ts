import { Injectable } from '@nestjs/common';
import { type Access } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { TicketListRepository } from './ticket-list.repository.js';
import { noSuchTicket } from './ticket.errors.js';
import { pageView, type TicketDetailView } from './ticket.view.js';

/** One ticket with its form and history; `not_found` when it is out of the caller's reach. */
@Injectable()
export class ReadTicketQuery {
  constructor(
    private readonly tickets: TicketListRepository,
    private readonly networks: NetworkRepository,
  ) {}

  async execute(id: string, access: Access): Promise<TicketDetailView> {
    const ticket = await this.tickets.get(id, access);
    if (!ticket) throw noSuchTicket(id);
    return { ...pageView(ticket, await this.networks.current()), history: await this.tickets.history(id) };
  }
}
