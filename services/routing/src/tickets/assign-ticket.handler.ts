import { Injectable } from '@nestjs/common';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';

export interface AssignTicket {
  readonly target: TicketTarget;
  /** Username of a person of the office or of the institution. */
  readonly assignee: string;
}

@Injectable()
export class AssignTicketHandler {
  constructor(private readonly changes: ChangeTicketHandler) {}

  execute({ target, assignee }: AssignTicket): Promise<TicketRecord> {
    return this.changes.execute(target, (ticket, act) => ticket.assign(act, assignee));
  }
}
