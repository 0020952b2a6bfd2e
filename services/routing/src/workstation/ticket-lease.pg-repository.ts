import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { TicketStatus } from '../tickets/ticket-state.js';
import { LEASE_COLUMNS, leaseInForce, toLease, type LeaseRow } from './ticket-lease.pg-rows.js';
import { TicketLeaseRepository, type LeasableTicket } from './ticket-lease.repository.js';
import type { TicketLease } from './ticket-lease.js';

const LOCK = `SELECT node_code, node_path, status, version FROM ticket WHERE id = $1 FOR UPDATE`;
const IN_FORCE = `
  SELECT ${LEASE_COLUMNS} FROM ticket t JOIN ticket_lease l ON ${leaseInForce('$2')} WHERE t.id = $1`;
const SAVE = `
  INSERT INTO ticket_lease (ticket_id, node_code, holder, holder_name, claimed_at, until) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (ticket_id) DO UPDATE SET node_code = excluded.node_code, holder = excluded.holder,
    holder_name = excluded.holder_name, claimed_at = excluded.claimed_at, until = excluded.until`;
const REMOVE = `DELETE FROM ticket_lease WHERE ticket_id = $1`;

interface LockedRow {
  node_code: string;
  node_path: string;
  status: TicketStatus;
  version: number;
}

@Injectable()
export class PgTicketLeaseRepository extends TicketLeaseRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async lockTicket(ticketId: string): Promise<LeasableTicket | undefined> {
    const [row] = await this.database.query<LockedRow>(LOCK, [ticketId]);
    return row && { nodeCode: row.node_code, nodePath: row.node_path, status: row.status, version: row.version };
  }

  async inForce(ticketId: string, at: Date): Promise<TicketLease | undefined> {
    const [row] = await this.database.query<LeaseRow>(IN_FORCE, [ticketId, at]);
    return row && toLease(ticketId, row);
  }

  async save({ ticketId, nodeCode, holder, holderName, claimedAt, until }: TicketLease): Promise<void> {
    await this.database.write(SAVE, [ticketId, nodeCode, holder, holderName, claimedAt, until]);
  }

  async remove(ticketId: string): Promise<void> {
    await this.database.write(REMOVE, [ticketId]);
  }
}
