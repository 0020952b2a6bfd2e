import { DOMAINS, type Domain } from '../../api/shapes.js';
import type { TicketFilters } from '../../api/ticket-filters.js';
import { SLAS, TICKET_STATUSES } from '../../api/tickets.js';
import { choiceParam, flagParam, listParam, textParam, type RawSearch } from '../../app/search-params.js';

/** As much as the service takes. */
export const LONGEST_SEARCH = 60;

/** What the address of a queue says. */
export const readQueueSearch = (raw: RawSearch): TicketFilters => ({
  node: textParam(raw['node']),
  exact: flagParam(raw['exact']),
  status: listParam(raw['status'], TICKET_STATUSES),
  sla: listParam(raw['sla'], SLAS),
  domain: choiceParam<Domain>(raw['domain'], DOMAINS),
  requestId: textParam(raw['requestId']),
  enterpriseUscc: textParam(raw['enterpriseUscc']),
  mine: flagParam(raw['mine']),
  q: textParam(raw['q'])?.slice(0, LONGEST_SEARCH).trim() || undefined,
});
