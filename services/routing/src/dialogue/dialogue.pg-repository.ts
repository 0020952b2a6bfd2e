import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { Outbox } from '@nqi/messaging';
import { Database, binding } from '@nqi/persistence';
import { LiveUpdates, type Access } from '@nqi/platform';
import { FULL_COLUMNS, toRecord, type TicketRow } from '../tickets/ticket.pg-rows.js';
import type { TicketRecord } from '../tickets/ticket-state.js';
import { DialogueRepository, type MadeUrge, type StoredProgress } from './dialogue.repository.js';
import { urgeMessage } from './urge.messages.js';
import type { Urge } from './urge.js';

const URGES = `
  SELECT ticket_id, at, to_char(day, 'YYYY-MM-DD') AS day FROM ticket_urge WHERE ticket_id = ANY($1::uuid[])
  ORDER BY ticket_id, day`;
const ADD_URGE = `
  WITH urge AS (
    INSERT INTO ticket_urge (id, ticket_id, day, at, urged_by, message, ticket_version)
    VALUES ($1, $2, $3, $4, $5, $6, $7))
  UPDATE ticket SET urged = $8 WHERE id = $2`;
const OWNERSHIP = { nodePath: 't.node_path', enterpriseUscc: 't.enterprise_uscc' };

interface ProgressRow extends TicketRow {
  node: StoredProgress['decision']['node'];
  institution: StoredProgress['decision']['institution'];
  decided_triage: NonNullable<StoredProgress['decision']['triage']> | null;
}

@Injectable()
export class PgDialogueRepository extends DialogueRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly live: LiveUpdates,
  ) {
    super();
  }

  async ofRequest(requestId: string, access: Access, limit: number): Promise<StoredProgress[]> {
    const { values, bind } = binding(requestId);
    const sql = `
      SELECT ${FULL_COLUMNS}, d.decision->'node' AS node, d.decision->'institution' AS institution,
        d.decision->'triage' AS decided_triage
      FROM ticket t JOIN routing_decision d ON d.ticket_id = t.id
      WHERE t.request_id = $1 AND ${access.condition(OWNERSHIP, bind)}
      ORDER BY t.routed_at, t.id LIMIT ${bind(limit)}`;
    const rows = await this.database.query<ProgressRow>(sql, values);
    const urges = await this.urgesOf(rows.map(({ id }) => id));
    return rows.map((row) => ({
      ticket: toRecord(row),
      decision: {
        node: row.node,
        institution: row.institution,
        ...(row.decided_triage && { triage: row.decided_triage }),
      },
      urges: urges.get(row.id) ?? [],
    }));
  }

  async hold(ticketId: string, access: Access): Promise<Omit<StoredProgress, 'decision'> | undefined> {
    const { values, bind } = binding(ticketId);
    const sql = `SELECT ${FULL_COLUMNS} FROM ticket t WHERE t.id = $1 AND ${access.condition(OWNERSHIP, bind)} FOR UPDATE`;
    const [row] = await this.database.query<TicketRow>(sql, values);
    // A statement of its own: one that had waited for the lock would still see the urges as they were before.
    return row && { ticket: toRecord(row), urges: (await this.urgesOf([row.id])).get(row.id) ?? [] };
  }

  async addUrge(ticket: TicketRecord, urge: MadeUrge, total: number): Promise<void> {
    const { day, at, by, message } = urge;
    await this.database.write(ADD_URGE, [newId(), ticket.id, day, at, by, message ?? null, ticket.version, total]);
    await this.outbox.append([urgeMessage(ticket, urge, total)]);
    const about = { subject: 'ticket', id: ticket.id, cause: 'TicketUrged' };
    this.database.afterCommit(() => this.live.publish({ audience: { nodePath: ticket.nodePath }, ...about }));
  }

  private async urgesOf(ticketIds: readonly string[]): Promise<Map<string, Urge[]>> {
    const found = new Map<string, Urge[]>();
    if (ticketIds.length === 0) return found;
    const rows = await this.database.query<{ ticket_id: string; at: Date; day: string }>(URGES, [ticketIds]);
    for (const { ticket_id, at, day } of rows) found.set(ticket_id, [...(found.get(ticket_id) ?? []), { at, day }]);
    return found;
  }
}
