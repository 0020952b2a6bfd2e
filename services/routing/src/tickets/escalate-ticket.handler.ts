import { Injectable } from '@nestjs/common';
import { officesAbove } from '../clocks/other-offices.js';
import { NetworkRepository } from '../network/network.repository.js';
import { LoadRepository } from '../rules/loads.repository.js';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';

export interface EscalateTicket {
  readonly target: TicketTarget;
  readonly reason: string;
}

/** Hands a ticket to the nearest office above that has room: county or park to the hub, the hub to the province. */
@Injectable()
export class EscalateTicketHandler {
  constructor(
    private readonly changes: ChangeTicketHandler,
    private readonly networks: NetworkRepository,
    private readonly loads: LoadRepository,
  ) {}

  async execute({ target, reason }: EscalateTicket): Promise<TicketRecord> {
    const network = await this.networks.current();
    const loads = await this.loads.lastSeen();
    return this.changes.execute(target, (ticket, act) => {
      const { nodeCode, domain } = ticket.snapshot();
      const [nearest] = officesAbove(network, nodeCode, domain, loads);
      ticket.escalate(act, nearest, reason);
    });
  }
}
