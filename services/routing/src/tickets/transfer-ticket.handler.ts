import { Injectable } from '@nestjs/common';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { InstitutionCheck } from './institution-check.query.js';
import { assertServes } from './office-by-hand.js';
import { type TicketRecord } from './ticket-state.js';

export interface TransferTicket {
  readonly target: TicketTarget;
  readonly nodeCode: string;
  readonly reason: string;
}

/** Hands a ticket to any other office that is open, serves its domain and may by law. */
@Injectable()
export class TransferTicketHandler {
  constructor(
    private readonly changes: ChangeTicketHandler,
    private readonly check: InstitutionCheck,
  ) {}

  async execute({ target, nodeCode, reason }: TransferTicket): Promise<TicketRecord> {
    const { network, rules } = await this.check.asOfNow();
    return this.changes.execute(target, (ticket, act) => {
      const node = network.requireNode(nodeCode, '/nodeCode');
      assertServes(node, ticket.snapshot(), rules);
      ticket.transfer(act, node, reason);
    });
  }
}
