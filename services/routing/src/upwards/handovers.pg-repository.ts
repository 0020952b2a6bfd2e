import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Database, binding } from '@nqi/persistence';
import { PROVINCE_TARGET, type Access } from '@nqi/platform';
import { noSuchTicket } from '../tickets/ticket.errors.js';
import type { Handover } from './handover.js';
import {
  HandoverRepository,
  type HandoverCriteria,
  type HeardWord,
  type ListedHandover,
  type LoggedWord,
} from './handovers.repository.js';
import type { Asked } from './province-link.js';
import type { WordOutcome } from './province-word.js';
import { messageReused } from './upwards.errors.js';

const TICKET = `SELECT FROM ticket WHERE id = $1 FOR UPDATE`;
const COLUMNS = `h.id, h.ticket_id AS "ticketId", h.version, h.state, h.handed_at AS "handedAt", h.sequence, h.status,
  h.reference, h.heard_at AS "heardAt", h.ended_at AS "endedAt"`;
const HANDOVER = `SELECT ${COLUMNS} FROM province_handover h WHERE h.ticket_id = $1 AND h.version = $2`;
const KEEP = `
  INSERT INTO province_word (message_id, ticket_id, version, sequence, status, channel, body, heard_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (message_id) DO NOTHING`;
const KEPT = `SELECT body, outcome FROM province_word WHERE message_id = $1`;
const OUTCOME = `UPDATE province_word SET outcome = $2 WHERE message_id = $1`;
const ADVANCE = `
  UPDATE province_handover SET heard_at = $2, sequence = CASE WHEN $3 THEN $4::integer ELSE sequence END,
    status = CASE WHEN $3 THEN $5 ELSE status END, reference = coalesce($6, reference)
  WHERE id = $1`;
const TAKE_SILENT = `
  UPDATE province_handover h SET asked_at = $2 FROM (
    SELECT id FROM province_handover
    WHERE state = 'OPEN' AND greatest(handed_at, heard_at, asked_at) <= $1
    ORDER BY greatest(handed_at, heard_at, asked_at) LIMIT $3 FOR UPDATE SKIP LOCKED) silent
  WHERE h.id = silent.id
  RETURNING h.ticket_id AS "ticketId", h.version, h.sequence AS "afterSequence"`;
const WORDS = `
  SELECT message_id AS "messageId", channel, sequence, status, heard_at AS "heardAt", outcome, body
  FROM province_word WHERE ticket_id = $1 AND version = $2 ORDER BY position LIMIT 200`;
const LISTED = `
  SELECT ${COLUMNS}, t.ticket_no AS "ticketNo", t.enterprise_name AS "enterpriseName",
    (SELECT count(*)::int FROM outbound_delivery d
     WHERE d.target = '${PROVINCE_TARGET}' AND d.lane = h.ticket_id::text AND d.state <> 'DELIVERED') AS untold
  FROM province_handover h JOIN ticket t ON t.id = h.ticket_id`;

@Injectable()
export class PgHandoverRepository extends HandoverRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async keep({ messageId, channel, word }: HeardWord, at: Date): Promise<WordOutcome | undefined> {
    const { ticketId, version, sequence, status } = word;
    const body = JSON.stringify(word);
    const added = await this.database.write(KEEP, [messageId, ticketId, version, sequence, status, channel, body, at]);
    if (added > 0) return undefined;
    const [kept] = await this.database.query<{ body: unknown; outcome: WordOutcome }>(KEPT, [messageId]);
    if (!isDeepStrictEqual(kept?.body, JSON.parse(body))) throw messageReused();
    return kept?.outcome;
  }

  async lock(ticketId: string, version: number): Promise<Handover | undefined> {
    if ((await this.database.query(TICKET, [ticketId])).length === 0) throw noSuchTicket(ticketId);
    const [row] = await this.database.query<Handover>(HANDOVER, [ticketId, version]);
    return row && known(row);
  }

  async settle(heard: HeardWord, handover: Handover | undefined, outcome: WordOutcome, at: Date): Promise<void> {
    const { sequence, status, reference } = heard.word;
    await this.database.write(OUTCOME, [heard.messageId, outcome]);
    if (!handover) return;
    const values = [handover.id, at, outcome === 'FOLLOWED', sequence, status, reference ?? null];
    await this.database.write(ADVANCE, values);
  }

  takeSilent(since: Date, now: Date, limit: number): Promise<Asked[]> {
    return this.database.query<Asked & Record<string, unknown>>(TAKE_SILENT, [since, now, limit]);
  }

  async find({ access, state, limit, after }: HandoverCriteria): Promise<ListedHandover[]> {
    const { values, bind } = binding();
    const conditions = [
      access.condition({ nodePath: 't.node_path' }, bind),
      ...(state ? [`h.state = ${bind(state)}`] : []),
      ...(after ? [`(h.handed_at, h.id) < (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`] : []),
    ];
    const rows = await this.database.query<ListedHandover & Record<string, unknown>>(
      `${LISTED} WHERE ${conditions.join(' AND ')} ORDER BY h.handed_at DESC, h.id DESC LIMIT ${bind(limit + 1)}`,
      values,
    );
    return rows.map(known);
  }

  async get(id: string, access: Access): Promise<ListedHandover | undefined> {
    const { values, bind } = binding();
    const reach = access.condition({ nodePath: 't.node_path' }, bind);
    const sql = `${LISTED} WHERE ${reach} AND h.id = ${bind(id)}`;
    const [row] = await this.database.query<ListedHandover & Record<string, unknown>>(sql, values);
    return row && known(row);
  }

  words(ticketId: string, version: number): Promise<LoggedWord[]> {
    return this.database.query<LoggedWord & Record<string, unknown>>(WORDS, [ticketId, version]);
  }
}

/** What is not known is absent, not null. */
function known<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;
}
