import type { Domain } from './shapes.js';

/** The query of a list of tickets, as the service reads it. */
export interface TicketQuery {
  readonly node?: string;
  /** Also the offices below. */
  readonly subtree?: boolean;
  /** One or several, joined by commas, as are the states of the time limit. */
  readonly status?: string;
  readonly sla?: string;
  readonly domain?: Domain;
  readonly requestId?: string;
  readonly enterpriseUscc?: string;
  /** Assigned to or claimed by whoever asks. */
  readonly mine?: boolean;
  /** Beginning of a number or part of an enterprise's name. */
  readonly q?: string;
}

/** The same as an address says it: an office takes in those below it unless it is meant exactly. */
export interface TicketFilters extends Omit<TicketQuery, 'subtree'> {
  readonly exact?: boolean;
}

export const queryOf = ({ exact, ...same }: TicketFilters): TicketQuery => ({
  ...same,
  ...(same.node && !exact && { subtree: true }),
});

/** What the address of the queue says when it shows a view. */
export function filtersOf({ subtree, ...same }: TicketQuery): TicketFilters {
  return { ...same, exact: same.node && !subtree ? true : undefined };
}

/** Whether two filters show the same tickets. */
export function isSameFilter(one: TicketFilters, other: TicketFilters): boolean {
  const said = (filters: TicketFilters) =>
    JSON.stringify(
      Object.entries(filters)
        .filter(([, value]) => value !== undefined && value !== false && value !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return said(one) === said(other);
}
