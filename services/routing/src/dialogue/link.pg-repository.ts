import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { type Access } from '@nqi/platform';
import { LIST_COLUMNS, toSummary, type TicketListRow } from '../tickets/ticket.pg-rows.js';
import { LinkRepository, type SeenLink } from './link.repository.js';
import { MOST_LINKS, type Link, type LinkKind } from './link.js';
import { ticketInReach } from './reach.pg-condition.js';

const COUNT = `
  SELECT count(*)::integer AS count FROM ticket_link WHERE $1::uuid IN (low_id, high_id) AND removed_at IS NULL`;
const ADD = `
  INSERT INTO ticket_link (id, kind, low_id, high_id, at, linked_by) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (low_id, high_id, kind) WHERE removed_at IS NULL DO NOTHING RETURNING id`;
const REMOVE = `UPDATE ticket_link SET removed_at = $2, removed_by = $3 WHERE id = $1`;

type LinkRow = TicketListRow & { link_id: string; kind: LinkKind; at: Date; linked_by: string };

@Injectable()
export class PgLinkRepository extends LinkRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async hold(ticketIds: readonly string[], access: Access): Promise<ReadonlySet<string>> {
    const { values, bind } = binding(ticketIds);
    const sql = `
      SELECT t.id FROM ticket t WHERE t.id = ANY($1::uuid[]) AND ${access.condition({ nodePath: 't.node_path' }, bind)}
      ORDER BY t.id FOR NO KEY UPDATE`;
    const rows = await this.database.query<{ id: string }>(sql, values);
    return new Set(rows.map(({ id }) => id));
  }

  async count(ticketId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(COUNT, [ticketId]);
    return row?.count ?? 0;
  }

  async add({ id, kind, at, by }: Link, [low, high]: readonly [string, string]): Promise<boolean> {
    return (await this.database.query(ADD, [id, kind, low, high, at, by])).length > 0;
  }

  async ofTicket(ticketId: string, access: Access): Promise<SeenLink[] | undefined> {
    const { values, bind } = binding();
    const own = ticketInReach(ticketId, access, bind);
    if ((await this.database.query(`SELECT t.id FROM ticket t WHERE ${own}`, values)).length === 0) return undefined;
    const seen = binding(ticketId);
    const sql = `
      SELECT ${LIST_COLUMNS}, l.id AS link_id, l.kind, l.at, l.linked_by
      FROM ticket_link l JOIN ticket t ON t.id = CASE l.low_id WHEN $1::uuid THEN l.high_id ELSE l.low_id END
      WHERE $1::uuid IN (l.low_id, l.high_id) AND l.removed_at IS NULL
        AND ${access.condition({ nodePath: 't.node_path' }, seen.bind)}
      ORDER BY l.id LIMIT ${seen.bind(2 * MOST_LINKS)}`;
    const rows = await this.database.query<LinkRow>(sql, seen.values);
    return rows.map((row) => ({
      id: row.link_id,
      kind: row.kind,
      at: row.at,
      by: row.linked_by,
      other: toSummary(row),
    }));
  }

  async holdLink(id: string, ticketId: string, access: Access): Promise<LinkKind | undefined> {
    const { values, bind } = binding(id);
    const sql = `
      SELECT l.kind FROM ticket_link l JOIN ticket t ON t.id IN (l.low_id, l.high_id)
      WHERE l.id = $1 AND l.removed_at IS NULL AND ${ticketInReach(ticketId, access, bind)} FOR UPDATE OF l`;
    const [row] = await this.database.query<{ kind: LinkKind }>(sql, values);
    return row?.kind;
  }

  async remove(id: string, at: Date, by: string): Promise<void> {
    await this.database.write(REMOVE, [id, at, by]);
  }
}
