import { Injectable } from '@nestjs/common';
import { NetworkRepository } from '../network/network.repository.js';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';
import { nodeDoesNotServe } from './ticket.errors.js';

export interface TransferTicket {
  readonly target: TicketTarget;
  readonly nodeCode: string;
  readonly reason: string;
}

/** Hands a ticket to any other office that is open and serves its domain. */
@Injectable()
export class TransferTicketHandler {
  constructor(
    private readonly changes: ChangeTicketHandler,
    private readonly networks: NetworkRepository,
  ) {}

  async execute({ target, nodeCode, reason }: TransferTicket): Promise<TicketRecord> {
    const network = await this.networks.current();
    return this.changes.execute(target, (ticket, act) => {
      const node = network.requireNode(nodeCode, '/nodeCode');
      if (!node.active || !node.domains.includes(ticket.snapshot().domain)) throw nodeDoesNotServe(nodeCode);
      ticket.transfer(act, node, reason);
    });
  }
}
