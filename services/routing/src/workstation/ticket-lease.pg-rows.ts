import { ENDED } from '../tickets/ticket-state.js';
import type { TicketLease } from './ticket-lease.js';

/* Rows of the lease table, under the alias `l`, beside their ticket, under the alias `t`. */

export interface LeaseRow {
  lease_node: string;
  lease_holder: string;
  lease_holder_name: string;
  lease_claimed_at: Date;
  lease_until: Date;
}

export const LEASE_COLUMNS = `l.node_code AS lease_node, l.holder AS lease_holder, l.holder_name AS lease_holder_name,
  l.claimed_at AS lease_claimed_at, l.until AS lease_until`;

const ENDED_STATES = ENDED.map((status) => `'${status}'`).join(', ');

/** True for the lease of ticket `t` if it counts at the instant that the placeholder stands for. */
export const leaseInForce = (at: string): string =>
  `l.ticket_id = t.id AND l.until > ${at}::timestamptz AND l.node_code = t.node_code AND t.status NOT IN (${ENDED_STATES})`;

export function toLease(ticketId: string, row: LeaseRow): TicketLease {
  return {
    ticketId,
    nodeCode: row.lease_node,
    holder: row.lease_holder,
    holderName: row.lease_holder_name,
    claimedAt: row.lease_claimed_at,
    until: row.lease_until,
  };
}
