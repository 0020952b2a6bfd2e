import { Injectable } from '@nestjs/common';
import { type Access } from '@nqi/platform';
import { TicketListRepository } from '../tickets/ticket-list.repository.js';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import { type ProposalsView } from './choice.view.js';
import { proposalsOf } from './proposal.js';

/** Whom the client may choose, as the receipt ranks them. */
@Injectable()
export class ReadProposalsQuery {
  constructor(private readonly tickets: TicketListRepository) {}

  async execute(id: string, access: Access): Promise<{ view: ProposalsView; version: number }> {
    const ticket = await this.tickets.get(id, access);
    const stored = await this.tickets.decision(id, access);
    if (!ticket || !stored) throw noSuchTicket(id);
    const { ticketNo, institutionChoice, institution, version } = ticket;
    return {
      version,
      view: {
        ticketId: id,
        ticketNo,
        institutionChoice,
        awaited: institutionChoice === 'awaited',
        institutionId: institution?.id,
        institutionName: institution?.name,
        items: proposalsOf(stored.decision),
      },
    };
  }
}
