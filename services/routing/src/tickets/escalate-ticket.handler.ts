import { Injectable } from '@nestjs/common';
import { officesAbove } from '../clocks/offices-above.js';
import { NetworkRepository } from '../network/network.repository.js';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';

export interface EscalateTicket {
  readonly target: TicketTarget;
  readonly reason: string;
}

/** Hands a ticket to the office above: county or park to the hub, the hub to the province. */
@Injectable()
export class EscalateTicketHandler {
  constructor(
    private readonly changes: ChangeTicketHandler,
    private readonly networks: NetworkRepository,
  ) {}

  async execute({ target, reason }: EscalateTicket): Promise<TicketRecord> {
    const network = await this.networks.current();
    return this.changes.execute(target, (ticket, act) => {
      const { nodeCode, domain } = ticket.snapshot();
      const [nearest] = officesAbove(network, nodeCode, domain);
      ticket.escalate(act, nearest, reason);
    });
  }
}
