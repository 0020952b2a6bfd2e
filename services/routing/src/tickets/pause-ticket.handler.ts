import { Injectable } from '@nestjs/common';
import { type PauseReason } from '../clocks/service-level.js';
import { ChangeTicketHandler, type TicketTarget } from './change-ticket.handler.js';
import { type TicketRecord } from './ticket-state.js';

export interface PauseTicket {
  readonly target: TicketTarget;
  readonly reasonCode: PauseReason;
  readonly note?: string;
}

@Injectable()
export class PauseTicketHandler {
  constructor(private readonly changes: ChangeTicketHandler) {}

  execute({ target, reasonCode, note }: PauseTicket): Promise<TicketRecord> {
    return this.changes.execute(target, (ticket, act) => ticket.pause(act, reasonCode, note));
  }
}
