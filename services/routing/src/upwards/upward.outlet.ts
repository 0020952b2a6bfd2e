import type { TicketEvent } from '../tickets/ticket-events.js';
import type { TicketRecord } from '../tickets/ticket-state.js';

/** Tells the platform of the province what becomes of tickets that it has, in the transaction of the change. */
export abstract class UpwardOutlet {
  abstract tell(was: TicketRecord, now: TicketRecord, events: readonly TicketEvent[]): Promise<void>;
}
