import type { Access } from '@nqi/platform';
import { type Network } from '../network/network.js';
import { type TicketCriteria } from './ticket-list.repository.js';
import { TICKET_STATUSES, type SlaState, type TicketStatus } from './ticket-state.js';

/** What a caller asks for; everything is optional and narrows. */
export interface TicketFilter {
  readonly node?: string;
  /** Also the offices below `node`. */
  readonly subtree?: boolean;
  readonly statuses?: readonly TicketStatus[];
  readonly sla?: readonly SlaState[];
  readonly requestId?: string;
  readonly domain?: string;
  readonly enterpriseUscc?: string;
  /** Only those assigned to the caller or claimed by the caller. */
  readonly mine?: boolean;
  /** Beginning of a ticket's number, or a part of its enterprise's name. */
  readonly text?: string;
}

/** In which states a ticket can have an SLA state, so that no other state needs to be searched for it. */
const STATUSES_OF: Record<SlaState, readonly TicketStatus[]> = {
  ON_TIME: ['ROUTED', 'ACCEPTED', 'IN_PROGRESS'],
  AT_RISK: ['ROUTED', 'ACCEPTED', 'IN_PROGRESS'],
  BREACHED: ['ROUTED', 'ACCEPTED', 'IN_PROGRESS'],
  PAUSED: ['ROUTED', 'PAUSED', 'RETURNED'],
  MET: ['RESOLVED', 'CANCELLED'],
  MISSED: ['RESOLVED', 'CANCELLED'],
};

/** Turns a filter into what is looked at, within the caller's reach. Throws `invalid` for an office that is none. */
export function criteriaFor(filter: TicketFilter, access: Access, network: Network, at: Date): TicketCriteria {
  const { node, subtree, statuses, ...rest } = filter;
  const possible = rest.sla ? rest.sla.flatMap((sla) => STATUSES_OF[sla]) : TICKET_STATUSES;
  return {
    ...rest,
    access,
    at,
    nodeCodes: officesOf(node, subtree ?? false, network)
      .filter(({ path }) => access.covers({ nodePath: path }))
      .map(({ code }) => code),
    statuses: TICKET_STATUSES.filter((status) => possible.includes(status) && (statuses?.includes(status) ?? true)),
  };
}

function officesOf(node: string | undefined, subtree: boolean, network: Network) {
  if (node === undefined) return network.nodes;
  const office = network.requireNode(node, '/node');
  return subtree ? network.subtree(node) : [office];
}
