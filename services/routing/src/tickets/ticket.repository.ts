import type { ClockSegment } from '../clocks/ticket-clocks.js';
import type { DecisionRecord } from '../rules/decision.js';
import type { Ticket } from './ticket.js';
import type { TicketRecord } from './ticket-state.js';

export type AddOutcome =
  | 'added'
  /** The item has its ticket already; nothing was written. */
  | 'known'
  /** The item was withdrawn before it had a ticket; nothing was written. */
  | 'withdrawn'
  /** The decision was made by a network that is no longer the newest; nothing was written. */
  | 'network-changed';

export type Change = (ticket: Ticket) => void;

/** Where tickets are kept, one per item of a request. */
export abstract class TicketRepository {
  /** Writes ticket, decision, timers, history and events together, or nothing. */
  abstract add(ticket: Ticket, record: DecisionRecord): Promise<AddOutcome>;

  /** Changes one ticket under its row lock, with its history, timers and events in one transaction. */
  abstract update(id: string, change: Change): Promise<TicketRecord>;

  /** The same by the item it was made for; undefined when there is none. */
  abstract updateOfItem(itemId: string, change: Change): Promise<TicketRecord | undefined>;

  /** The clocks of a ticket up to when an item was split off it; undefined when none was. */
  abstract segmentsAtSplit(ticketId: string, newItemId: string): Promise<ClockSegment[] | undefined>;

  /** True for an accepted ticket whose handler has not answered yet; locks nothing. */
  abstract awaitsAnswer(id: string): Promise<boolean>;

  /** Remembers that an item without a ticket shall never get one. */
  abstract withdraw(itemId: string, at: Date): Promise<void>;
}
