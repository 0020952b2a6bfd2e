import { Injectable } from '@nestjs/common';
import { Database, binding, type Bind } from '@nqi/persistence';
import { Access } from '@nqi/platform';
import type { Decision } from '../rules/decision.js';
import { LEASE_COLUMNS, leaseInForce, toLease, type LeaseRow } from '../workstation/ticket-lease.pg-rows.js';
import type { SlaState, TicketRecord, TicketStatus } from './ticket-state.js';
import {
  TicketListRepository,
  rankOf,
  type HistoryEntry,
  type ListedTicket,
  type StoredDecision,
  type TicketCount,
  type TicketCriteria,
  type TicketPage,
} from './ticket-list.repository.js';
import {
  FULL_COLUMNS,
  LIST_COLUMNS,
  toRecord,
  toSummary,
  type TicketListRow,
  type TicketRow,
} from './ticket.pg-rows.js';

/** Counted this far per office and status. */
const COUNT_CAP = 1_000;
/** An urge raises no version; it stands behind the event that it followed. */
const HISTORY = `
  SELECT at, event, actor, detail FROM (
    SELECT at, event, actor, detail, version, 0 AS rank FROM ticket_history WHERE ticket_id = $1
    UNION ALL
    SELECT at, 'TicketUrged', urged_by, jsonb_strip_nulls(jsonb_build_object('message', message)), ticket_version, 1
    FROM ticket_urge WHERE ticket_id = $1) happened
  ORDER BY version, rank, at`;
const OWNERSHIP = { nodePath: 't.node_path', enterpriseUscc: 't.enterprise_uscc' };

@Injectable()
export class PgTicketListRepository extends TicketListRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find(criteria: TicketCriteria, page: TicketPage): Promise<ListedTicket[]> {
    const { values, bind } = binding();
    const column = page.sort === 'routedAt' ? 'routed_at' : 'complete_due_at';
    const direction = page.descending ? 'DESC' : 'ASC';
    const ranked = rankOf(page.sort);
    const orderOf = (alias: string) =>
      `${ranked ? `(-${alias}.${ranked}), ` : ''}${alias}.${column} ${direction}, ${alias}.id ${direction}`;
    const conditions = predicate(criteria, bind);
    if (page.after) {
      const rank = ranked ? `${bind(-page.after.rank)}::smallint, ` : '';
      const after = `(${rank}${bind(page.after.at)}::timestamptz, ${bind(page.after.id)}::uuid)`;
      conditions.push(`(${ranked ? `(-t.${ranked}), ` : ''}t.${column}, t.id) ${page.descending ? '<' : '>'} ${after}`);
    }
    const limit = bind(page.limit + 1);
    const rankColumn = ranked ? `, t.${ranked}` : '';
    const keys = `SELECT t.id, t.${column}${rankColumn} FROM ticket t WHERE ${conditions.join(' AND ')}`;
    const sql = `
      SELECT ${LIST_COLUMNS}, ${LEASE_COLUMNS} FROM (
        SELECT found.* FROM ${groups(criteria, bind)} CROSS JOIN LATERAL (
          ${keys} ${isNarrow(criteria) ? '' : `ORDER BY ${orderOf('t')} LIMIT ${limit}`}) found
        ORDER BY ${orderOf('found')} LIMIT ${limit}) shown
      JOIN ticket t ON t.id = shown.id
      LEFT JOIN ticket_lease l ON ${leaseInForce(bind(criteria.at))}
      ORDER BY ${orderOf('shown')}`;
    return (await this.database.query<ListedRow>(sql, values)).map(toListed);
  }

  async count(criteria: TicketCriteria): Promise<TicketCount[]> {
    const { values, bind } = binding();
    const sql = criteria.text === undefined ? countByWalks(criteria, bind) : countByText(criteria, bind);
    return this.database.query<{ status: TicketStatus; sla: SlaState; count: number; capped: boolean }>(sql, values);
  }

  async get(id: string, access: Access): Promise<TicketRecord | undefined> {
    const { values, bind } = binding(id);
    const sql = `SELECT ${FULL_COLUMNS} FROM ticket t WHERE t.id = $1 AND ${access.condition(OWNERSHIP, bind)}`;
    const [row] = await this.database.query<TicketRow>(sql, values);
    return row && toRecord(row);
  }

  async history(id: string): Promise<HistoryEntry[]> {
    return this.database.query<HistoryEntry & Record<string, unknown>>(HISTORY, [id]);
  }

  async decision(id: string, access: Access): Promise<StoredDecision | undefined> {
    const { values, bind } = binding(id);
    const sql = `
      SELECT t.id, t.ticket_no, d.decided_at, d.input_hash, d.decision
      FROM ticket t JOIN routing_decision d ON d.ticket_id = t.id
      WHERE t.id = $1 AND ${access.condition(OWNERSHIP, bind)}`;
    const [row] = await this.database.query<{
      id: string;
      ticket_no: string;
      decided_at: Date;
      input_hash: string;
      decision: Decision;
    }>(sql, values);
    return (
      row && {
        ticketId: row.id,
        ticketNo: row.ticket_no,
        decidedAt: row.decided_at,
        inputHash: row.input_hash,
        decision: row.decision,
      }
    );
  }
}

/** Each office and state is counted by itself, along its own index, as far as the cap. */
function countByWalks(criteria: TicketCriteria, bind: Bind): string {
  return `
    SELECT found.status, found.sla, count(*)::integer AS count,
      sum(count(*)) OVER (PARTITION BY g.code, g.state) >= ${COUNT_CAP} AS capped
    FROM ${groups(criteria, bind)} CROSS JOIN LATERAL (
      SELECT t.status, t.sla FROM ticket t WHERE ${predicate(criteria, bind).join(' AND ')}
      ${isNarrow(criteria) ? '' : `LIMIT ${COUNT_CAP}`}) found
    GROUP BY g.code, g.state, found.status, found.sla`;
}

/** A text is looked for once, whatever it is, and all that bear it are capped together: no index orders them. */
function countByText(criteria: TicketCriteria, bind: Bind): string {
  return `
    SELECT found.status, found.sla, count(*)::integer AS count, sum(count(*)) OVER () >= ${COUNT_CAP} AS capped
    FROM (
      SELECT t.status, t.sla FROM ${groups(criteria, bind)} JOIN ticket t ON ${predicate(criteria, bind).join(' AND ')}
      LIMIT ${COUNT_CAP}) found
    GROUP BY found.status, found.sla`;
}

type ListedRow = TicketListRow & (LeaseRow | { lease_node: null });

function toListed(row: ListedRow): ListedTicket {
  return { ...toSummary(row), ...(row.lease_node !== null && { lease: toLease(row.id, row) }) };
}

/** A request, an enterprise or a person has few tickets, found by itself; the rest is sorting them. */
function isNarrow({ requestId, enterpriseUscc, mine }: TicketCriteria): boolean {
  return requestId !== undefined || enterpriseUscc !== undefined || mine === true;
}

/** SLA states that are rare enough to be looked for by themselves. */
const RARE: readonly SlaState[] = ['AT_RISK', 'BREACHED', 'PAUSED', 'MISSED'];

/** The column whose values split the tickets of an office into walks. */
function splitting({ sla }: TicketCriteria): 'sla' | 'status' {
  return sla?.every((state) => RARE.includes(state)) ? 'sla' : 'status';
}

/**
 * The pairs of office and state that are looked at, as `g (code, state)`, within the caller's reach. Each pair is a
 * short walk along one index and what they yield is merged; one walk over all offices would pass by every ticket of
 * the others.
 */
function groups(criteria: TicketCriteria, bind: Bind): string {
  const { access, nodeCodes, statuses, sla } = criteria;
  const states = splitting(criteria) === 'sla' ? sla : statuses;
  return `(SELECT n.code, s.state FROM service_node n CROSS JOIN unnest(${bind(states)}::text[]) AS s (state)
    WHERE n.code = ANY(${bind(nodeCodes)}::text[]) AND ${access.condition({ nodePath: 'n.path' }, bind)}) g`;
}

/** The one predicate of lists and counts. */
function predicate(criteria: TicketCriteria, bind: Bind): string[] {
  const split = splitting(criteria);
  const conditions = ['t.node_code = g.code', `t.${split} = g.state`];
  if (split === 'sla') conditions.push(`t.status = ANY(${bind(criteria.statuses)}::text[])`);
  else if (criteria.sla) conditions.push(`t.sla = ANY(${bind(criteria.sla)}::text[])`);
  if (criteria.requestId !== undefined) conditions.push(`t.request_id = ${bind(criteria.requestId)}::uuid`);
  if (criteria.domain !== undefined) conditions.push(`t.domain = ${bind(criteria.domain)}`);
  if (criteria.enterpriseUscc !== undefined) conditions.push(`t.enterprise_uscc = ${bind(criteria.enterpriseUscc)}`);
  if (criteria.mine) conditions.push(isMine(criteria, bind));
  if (criteria.text !== undefined) conditions.push(bears(criteria.text, bind));
  return conditions;
}

/** Each half is found by its own index. */
function isMine({ access, at }: TicketCriteria, bind: Bind): string {
  const me = bind(access.principal.username);
  return `t.id IN (
    SELECT id FROM ticket WHERE assignee = ${me}
    UNION ALL
    SELECT t.id FROM ticket_lease l JOIN ticket t ON ${leaseInForce(bind(at))} WHERE l.holder = ${me})`;
}

/**
 * The number as a span of texts, since `LIKE` with a bound value finds no index; the name by its trigrams, of which a
 * text shorter than three characters has none.
 */
function bears(text: string, bind: Bind): string {
  const number = text.toUpperCase();
  const name = bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  return `((t.ticket_no ~>=~ ${bind(number)} AND t.ticket_no ~<~ ${bind(`${number}\u{10ffff}`)}) OR t.enterprise_name ILIKE ${name})`;
}
