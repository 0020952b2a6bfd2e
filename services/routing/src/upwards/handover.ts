import type { TicketEvent } from '../tickets/ticket-events.js';
import { isAbove, type TicketRecord } from '../tickets/ticket-state.js';
import type { ProvinceStatus } from './province-word.js';

export const HANDOVER_STATES = ['OPEN', 'RESOLVED', 'REFUSED', 'WITHDRAWN'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** One stay of a ticket with the platform of the province. */
export interface Handover {
  readonly id: string;
  readonly ticketId: string;
  /** The ticket's when it was handed up; together with its id the handover's name at the province. */
  readonly version: number;
  readonly state: HandoverState;
  readonly handedAt: Date;
  /** Of the latest word that was followed; 0 before the first. */
  readonly sequence: number;
  readonly status?: ProvinceStatus;
  /** The province's own number. */
  readonly reference?: string;
  readonly heardAt?: Date;
  readonly endedAt?: Date;
}

export const UPWARD_TYPES = ['ticket.handed-over', 'ticket.corrected', 'ticket.withdrawn'] as const;
export type UpwardType = (typeof UPWARD_TYPES)[number];

/** What a change of a ticket means for its handover, and what the province is told of it. */
export interface UpwardNews {
  readonly becomes?: HandoverState;
  readonly tell?: UpwardType;
}

/** Of a ticket's change with its events; what the province itself said is not told back to it. */
export function upwardNews(
  was: TicketRecord,
  now: TicketRecord,
  events: readonly Pick<TicketEvent, 'type'>[],
): UpwardNews {
  if (!isAbove(was)) return isAbove(now) ? { becomes: 'OPEN', tell: 'ticket.handed-over' } : {};
  if (now.status === 'RESOLVED') return { becomes: 'RESOLVED' };
  if (events.some(({ type }) => type === 'TicketHandedBack')) return { becomes: 'REFUSED' };
  if (!isAbove(now)) return { becomes: 'WITHDRAWN', tell: 'ticket.withdrawn' };
  return events.some((event) => event.type === 'TicketResumed' && 'cause' in event && event.cause === 'CORRECTED')
    ? { tell: 'ticket.corrected' }
    : {};
}
