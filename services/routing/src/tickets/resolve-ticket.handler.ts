import { Injectable } from '@nestjs/common';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';

export interface ResolveTicket {
  readonly target: TicketTarget;
  readonly resolution: string;
}

/** Ends a consulting or training ticket, which the office itself served. */
@Injectable()
export class ResolveTicketHandler {
  constructor(private readonly changes: ChangeTicketHandler) {}

  execute({ target, resolution }: ResolveTicket): Promise<TicketRecord> {
    return this.changes.execute(target, (ticket, act) => ticket.resolve(act, resolution));
  }
}
