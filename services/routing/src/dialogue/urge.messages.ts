import { TOPICS, TicketUrgedSchema, eventMessage, toTimestamp, type EventMessage } from '@nqi/contracts';
import type { TicketRecord } from '../tickets/ticket-state.js';
import { ticketRef } from '../tickets/ticket.messages.js';
import type { MadeUrge } from './dialogue.repository.js';

/** `urges` is how often the ticket was urged, this time included. */
export function urgeMessage(ticket: TicketRecord, { at, message }: MadeUrge, urges: number): EventMessage {
  return eventMessage(TOPICS.ticket, ticket.id, TicketUrgedSchema, {
    ticket: ticketRef(ticket, ticket.version),
    message: message ?? '',
    urges,
    urgedAt: toTimestamp(at),
  });
}
