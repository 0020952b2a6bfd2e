import { Injectable } from '@nestjs/common';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';

export interface ReturnTicket {
  readonly target: TicketTarget;
  /** Everything that is missing, told at once. */
  readonly missing: readonly string[];
}

@Injectable()
export class ReturnTicketHandler {
  constructor(private readonly changes: ChangeTicketHandler) {}

  execute({ target, missing }: ReturnTicket): Promise<TicketRecord> {
    return this.changes.execute(target, (ticket, act) => ticket.return(act, missing));
  }
}
