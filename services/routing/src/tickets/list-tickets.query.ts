import { Injectable } from '@nestjs/common';
import { Clock, DomainError, isUuid } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeCursor, toPage, type Access, type Page } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { criteriaFor, type TicketFilter } from './ticket-criteria.query.js';
import { TicketListRepository, rankOf, type TicketPage, type TicketSort } from './ticket-list.repository.js';
import { type TicketSummary } from './ticket-state.js';
import { listView, type TicketView } from './ticket.view.js';

export const TICKET_ORDERS = ['completeDueAt', '-completeDueAt', 'routedAt', '-routedAt', 'priority', 'urged'] as const;
export type TicketOrdering = (typeof TICKET_ORDERS)[number];

export interface ListTickets {
  readonly filter: TicketFilter;
  readonly access: Access;
  readonly order?: TicketOrdering;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A page of the tickets within the caller's reach; the most pressing first unless asked otherwise. */
@Injectable()
export class ListTicketsQuery {
  constructor(
    private readonly tickets: TicketListRepository,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ filter, access, order = 'completeDueAt', limit = DEFAULT_PAGE, cursor }: ListTickets) {
    const network = await this.networks.current();
    const sort = order.replace('-', '') as TicketSort;
    const page: TicketPage = {
      sort,
      descending: order.startsWith('-'),
      limit,
      ...(cursor !== undefined && { after: readCursor(cursor, order) }),
    };
    const found = await this.tickets.find(criteriaFor(filter, access, network, this.clock.now()), page);
    const result: Page<TicketView> = toPage(
      found,
      limit,
      (ticket) => [order, timeOf(ticket, sort).toISOString(), ticket.id, String(rankIn(ticket, sort))],
      (ticket) => listView(ticket, network),
    );
    return result;
  }
}

function timeOf(ticket: TicketSummary, sort: TicketSort): Date {
  return sort === 'routedAt' ? ticket.routedAt : ticket.completeDueAt;
}

function rankIn(ticket: TicketSummary, sort: TicketSort): number {
  const rank = rankOf(sort);
  return rank ? ticket[rank] : 0;
}

/** A cursor is only good for the order it was made in. */
function readCursor(cursor: string, order: TicketOrdering): NonNullable<TicketPage['after']> {
  const [madeFor, time, id, rank] = decodeCursor(cursor, 4) as [string, string, string, string];
  const ranked = Number(rank);
  const at = new Date(time);
  const sound = isUuid(id) && !Number.isNaN(at.getTime()) && Number.isSafeInteger(ranked);
  if (madeFor === order && sound) return { at, id, rank: ranked };
  const text = { zh: '分页游标与排序不符', en: 'The cursor belongs to another order' };
  throw new DomainError('PAGE.BAD_CURSOR', 'invalid', text, {}, '/cursor');
}
