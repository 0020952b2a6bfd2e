import type { BulkAction, BulkRow } from '../../api/queue.js';
import type { Ticket } from '../../api/tickets.js';

/** What became of each ticket of a bulk action, with the number people know it by. */
export interface BulkOutcome {
  readonly action: BulkAction;
  readonly rows: readonly { readonly id: string; readonly ticketNo: string; readonly fault?: string }[];
}

/** What failed comes first: it is what is left to do. */
export function outcomeOf(
  action: BulkAction,
  results: readonly BulkRow[],
  tickets: readonly Pick<Ticket, 'id' | 'ticketNo'>[],
): BulkOutcome {
  const numbers = new Map(tickets.map(({ id, ticketNo }) => [id, ticketNo]));
  const rows = results.map(({ id, ok, problem }) => ({
    id,
    ticketNo: numbers.get(id) ?? id,
    ...(!ok && { fault: problem?.detail || problem?.title || problem?.type || '?' }),
  }));
  return { action, rows: [...rows.filter(({ fault }) => fault), ...rows.filter(({ fault }) => !fault)] };
}
