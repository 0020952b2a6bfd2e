import { Injectable } from '@nestjs/common';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';

export interface ResumeTicket {
  readonly target: TicketTarget;
  readonly note?: string;
}

@Injectable()
export class ResumeTicketHandler {
  constructor(private readonly changes: ChangeTicketHandler) {}

  execute({ target, note }: ResumeTicket): Promise<TicketRecord> {
    return this.changes.execute(target, (ticket, act) => ticket.resume(act, note));
  }
}
