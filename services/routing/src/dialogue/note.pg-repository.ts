import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { LiveUpdates, type Access } from '@nqi/platform';
import { NoteRepository } from './note.repository.js';
import type { Note } from './note.js';
import { ticketInReach } from './reach.pg-condition.js';

@Injectable()
export class PgNoteRepository extends NoteRepository {
  constructor(
    private readonly database: Database,
    private readonly live: LiveUpdates,
  ) {
    super();
  }

  async add(ticketId: string, { id, author, office, at, text }: Note, access: Access): Promise<boolean> {
    const { values, bind } = binding(id, author, office, at, text);
    const sql = `
      INSERT INTO ticket_note (id, ticket_id, author, office, at, text)
      SELECT $1::uuid, t.id, $2, $3, $4::timestamptz, $5 FROM ticket t WHERE ${ticketInReach(ticketId, access, bind)}
      RETURNING (SELECT t.node_path FROM ticket t WHERE t.id = ticket_id) AS node_path`;
    const [row] = await this.database.query<{ node_path: string }>(sql, values);
    if (!row) return false;
    const update = { audience: { nodePath: row.node_path }, subject: 'ticket', id: ticketId, cause: 'NoteAdded' };
    this.database.afterCommit(() => this.live.publish(update));
    return true;
  }

  async ofTicket(ticketId: string, access: Access, limit: number, before?: string): Promise<Note[] | undefined> {
    const { values, bind } = binding();
    const older = before === undefined ? '' : `AND n.id < ${bind(before)}::uuid`;
    const sql = `
      SELECT n.id, n.author, n.office, n.at, n.text
      FROM ticket t LEFT JOIN LATERAL (
        SELECT * FROM ticket_note n WHERE n.ticket_id = t.id ${older} ORDER BY n.id DESC LIMIT ${bind(limit + 1)}) n ON TRUE
      WHERE ${ticketInReach(ticketId, access, bind)} ORDER BY n.id DESC`;
    const rows = await this.database.query<Omit<Note, 'id'> & { id: string | null }>(sql, values);
    if (rows.length === 0) return undefined;
    return rows.flatMap(({ id, ...note }) => (id === null ? [] : [{ id, ...note }]));
  }
}
