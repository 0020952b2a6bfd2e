import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { UpwardOutlet } from '../upwards/upward.outlet.js';
import type { TicketEvent } from './ticket-events.js';
import type { TicketRecord } from './ticket-state.js';
import { ticketMessages } from './ticket.messages.js';

/** Whoever hears of a ticket's changes, in the transaction of the change: the other services, and the province. */
@Injectable()
export class TicketOutlet {
  constructor(
    private readonly outbox: Outbox,
    private readonly upwards: UpwardOutlet,
  ) {}

  async tell(was: TicketRecord, now: TicketRecord, events: readonly TicketEvent[]): Promise<void> {
    await this.outbox.append(ticketMessages(now, events));
    await this.upwards.tell(was, now, events);
  }

  /** For whoever wrote to the outbox by a statement of their own. */
  wake(): void {
    this.outbox.wake();
  }
}
