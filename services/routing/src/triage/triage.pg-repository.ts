import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { type Access } from '@nqi/platform';
import type { Decision } from '../rules/decision.js';
import { LIST_COLUMNS, toSummary, type TicketListRow } from '../tickets/ticket.pg-rows.js';
import { TriageRepository, type WaitingTicket } from './triage.repository.js';

type WaitingRow = TicketListRow & Pick<WaitingTicket, 'candidates' | 'pools'>;

@Injectable()
export class PgTriageRepository extends TriageRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async waiting(access: Access, limit: number, after?: { at: Date; id: string }): Promise<WaitingTicket[]> {
    const { values, bind } = binding();
    const conditions = [
      't.triage IS NOT NULL',
      `t.status NOT IN ('RESOLVED', 'CANCELLED')`,
      access.condition({ nodePath: 't.node_path' }, bind),
      ...(after ? [`(t.routed_at, t.id) > (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`] : []),
    ];
    const rows = await this.database.query<WaitingRow & Record<string, unknown>>(
      `SELECT ${LIST_COLUMNS}, d.decision->'candidates' AS candidates, d.decision->'institution'->'pools' AS pools
       FROM ticket t JOIN routing_decision d ON d.ticket_id = t.id
       WHERE ${conditions.join(' AND ')} ORDER BY t.routed_at, t.id LIMIT ${bind(limit + 1)}`,
      values,
    );
    return rows.map(({ candidates, pools, ...row }) => ({
      ticket: toSummary(row),
      candidates: candidates as Decision['candidates'],
      pools,
    }));
  }
}
