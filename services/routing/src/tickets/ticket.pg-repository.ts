import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { failpoint, outboxColumns } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { LiveUpdates } from '@nqi/platform';
import { TermsRepository } from '../clocks/terms.repository.js';
import { TimerBell } from '../clocks/timer-bell.js';
import type { ClockSegment } from '../clocks/ticket-clocks.js';
import type { DecisionRecord } from '../rules/decision.js';
import { deskMoves, desksOf } from '../rules/desk.js';
import { LoadRepository } from '../rules/loads.repository.js';
import { detailOf, type TicketEvent } from './ticket-events.js';
import type { TicketRecord } from './ticket-state.js';
import type { Timer } from './ticket-timing.js';
import { noSuchTicket } from './ticket.errors.js';
import { ticketMessages } from './ticket.messages.js';
import { TicketOutlet } from './ticket.outlet.js';
import {
  FULL_COLUMNS,
  TICKET_COLUMNS,
  UPDATE_TICKET,
  insertValues,
  toRecord,
  toSegments,
  updateValues,
  type TicketRow,
} from './ticket.pg-rows.js';
import { TicketRepository, type AddOutcome, type Change } from './ticket.repository.js';
import { Ticket } from './ticket.js';

const n = TICKET_COLUMNS.length;
/**
 * One round trip for everything a new ticket consists of. It writes nothing when the network moved on since the
 * decision, when the item was withdrawn, or when the item has its ticket.
 */
const ADD = `
  WITH guard AS MATERIALIZED (
    SELECT (SELECT version FROM network_version) = $${n + 1}::bigint AS current,
      EXISTS (SELECT FROM withdrawn_item WHERE item_id = $5) AS withdrawn),
  ticket_row AS (
    INSERT INTO ticket (${TICKET_COLUMNS.join(', ')})
    SELECT ${TICKET_COLUMNS.map((column, index) => `$${index + 1}${castOf(column)}`).join(', ')}
    FROM guard WHERE current AND NOT withdrawn
    ON CONFLICT (item_id) DO NOTHING RETURNING id),
  decision_row AS (
    INSERT INTO routing_decision (ticket_id, network_version, rule_set, decided_at, input_hash, decision)
    SELECT id, $${n + 1}::bigint, $${n + 2}, $${n + 3}::timestamptz, $${n + 4}, $${n + 5}::json FROM ticket_row),
  history_row AS (
    INSERT INTO ticket_history (ticket_id, version, at, event, actor, detail)
    SELECT id, $${n + 6}::integer, $${n + 3}::timestamptz, $${n + 7}, $${n + 8}, $${n + 9}::jsonb FROM ticket_row),
  timer_rows AS (
    INSERT INTO ticket_timer (ticket_id, clock, kind, due_at)
    SELECT id, timer.* FROM ticket_row,
      unnest($${n + 10}::text[], $${n + 11}::text[], $${n + 12}::timestamptz[]) AS timer),
  outbox_rows AS (
    INSERT INTO outbox (event_id, topic, key, type, traceparent, headers, payload)
    SELECT message.* FROM ticket_row,
      unnest($${n + 13}::uuid[], $${n + 14}::text[], $${n + 15}::text[], $${n + 16}::text[], $${n + 17}::text[],
        $${n + 18}::jsonb[], $${n + 19}::bytea[]) AS message)
  SELECT current, withdrawn, EXISTS (SELECT FROM ticket_row) AS added FROM guard`;

const LOCK = `SELECT ${FULL_COLUMNS} FROM ticket t WHERE t.id = $1 FOR UPDATE`;
const LOCK_OF_ITEM = `SELECT ${FULL_COLUMNS} FROM ticket t WHERE t.item_id = $1 FOR UPDATE`;
const ADD_HISTORY = `
  INSERT INTO ticket_history (ticket_id, version, at, event, actor, detail)
  SELECT $1, row.* FROM unnest($2::integer[], $3::timestamptz[], $4::text[], $5::text[], $6::jsonb[]) AS row`;
const DROP_TIMERS = `
  DELETE FROM ticket_timer
  WHERE ticket_id = $1 AND fired_at IS NULL
    AND NOT EXISTS (SELECT FROM unnest($2::text[], $3::text[]) AS kept (c, k) WHERE kept.c = clock AND kept.k = kind)`;
const SET_TIMERS = `
  INSERT INTO ticket_timer (ticket_id, clock, kind, due_at)
  SELECT $1, timer.* FROM unnest($2::text[], $3::text[], $4::timestamptz[]) AS timer
  ON CONFLICT (ticket_id, clock, kind) DO UPDATE SET due_at = excluded.due_at
  WHERE ticket_timer.fired_at IS NULL AND ticket_timer.due_at IS DISTINCT FROM excluded.due_at`;
const AWAITS_ANSWER = `
  SELECT FROM ticket WHERE id = $1 AND accepted_at IS NOT NULL AND responded_at IS NULL AND ended_at IS NULL`;
const AT_SPLIT = `
  SELECT t.segments, h.at FROM ticket t JOIN ticket_history h ON h.ticket_id = t.id
  WHERE t.id = $1 AND h.event = 'TicketSplit' AND h.detail->>'newItemId' = $2`;
const WITHDRAW = `INSERT INTO withdrawn_item (item_id, withdrawn_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

@Injectable()
export class PgTicketRepository extends TicketRepository {
  constructor(
    private readonly database: Database,
    private readonly outlet: TicketOutlet,
    private readonly terms: TermsRepository,
    private readonly bell: TimerBell,
    private readonly live: LiveUpdates,
    private readonly loads: LoadRepository,
  ) {
    super();
  }

  async add(ticket: Ticket, { decision, decidedAt, inputHash }: DecisionRecord): Promise<AddOutcome> {
    const record = ticket.snapshot();
    const [routed] = ticket.pullEvents() as [TicketEvent];
    const timers = ticket.timers();
    return this.database.transaction(async () => {
      const [outcome] = await this.database.query<{ current: boolean; withdrawn: boolean; added: boolean }>(ADD, [
        ...insertValues(record),
        decision.networkVersion,
        decision.ruleSet,
        decidedAt,
        inputHash,
        JSON.stringify(decision),
        routed.version,
        routed.type,
        routed.actor,
        JSON.stringify(detailOf(routed)),
        ...timerColumns(timers),
        ...outboxColumns(ticketMessages(record, [routed])),
      ]);
      failpoint('routing.after-insert');
      if (outcome?.added) {
        const taken = desksOf(record).map((desk) => ({ desk, by: 1 }));
        await this.loads.move(taken, 'router');
        this.afterCommit(record, [routed], timers);
        this.database.afterCommit(() => this.outlet.wake());
        return 'added';
      }
      if (outcome?.withdrawn) return 'withdrawn';
      return outcome?.current ? 'known' : 'network-changed';
    });
  }

  async update(id: string, change: Change): Promise<TicketRecord> {
    const record = await this.changeLocked(LOCK, id, change);
    if (!record) throw noSuchTicket(id);
    return record;
  }

  updateOfItem(itemId: string, change: Change): Promise<TicketRecord | undefined> {
    return this.changeLocked(LOCK_OF_ITEM, itemId, change);
  }

  async segmentsAtSplit(ticketId: string, newItemId: string): Promise<ClockSegment[] | undefined> {
    const [row] = await this.database.query<Pick<TicketRow, 'segments'> & { at: Date }>(AT_SPLIT, [
      ticketId,
      newItemId,
    ]);
    return row && toSegments(row.segments).filter(({ from }) => from <= row.at);
  }

  async awaitsAnswer(id: string): Promise<boolean> {
    return (await this.database.query(AWAITS_ANSWER, [id])).length > 0;
  }

  async withdraw(itemId: string, at: Date): Promise<void> {
    await this.database.write(WITHDRAW, [itemId, at]);
  }

  private changeLocked(lock: string, id: string, change: Change): Promise<TicketRecord | undefined> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<TicketRow>(lock, [id]);
      if (!row) return undefined;
      const was = toRecord(row);
      const ticket = Ticket.restore(was, await this.terms.of(was));
      const timersBefore = ticket.timers();
      change(ticket);
      await this.save(ticket, timersBefore, was);
      await this.loads.move(deskMoves(was, ticket.snapshot()), 'person');
      failpoint('routing.after-update');
      return ticket.snapshot();
    });
  }

  /** Other terms are written without an event, too, when they move nothing that was promised. */
  private async save(ticket: Ticket, timersBefore: readonly Timer[], was: TicketRecord): Promise<void> {
    const events = ticket.pullEvents();
    const record = ticket.snapshot();
    const sameTerms = record.policyVersion === was.policyVersion && record.calendarVersion === was.calendarVersion;
    if (events.length === 0 && sameTerms) return;
    await this.database.write(UPDATE_TICKET, updateValues(record));
    await this.database.write(ADD_HISTORY, [
      record.id,
      events.map(({ version }) => version),
      events.map(({ at }) => at),
      events.map(({ type }) => type),
      events.map(({ actor }) => actor),
      events.map((event) => JSON.stringify(detailOf(event))),
    ]);
    const timers = ticket.timers();
    if (!isDeepStrictEqual(timers, timersBefore)) await this.setTimers(record.id, timers);
    await this.outlet.tell(was, record, events);
    for (const { type } of events) failpoint(`routing.saved.${type}`);
    this.afterCommit(record, events, timers);
  }

  private async setTimers(ticketId: string, timers: readonly Timer[]): Promise<void> {
    const [clocks, kinds, dueAts] = timerColumns(timers);
    await this.database.write(DROP_TIMERS, [ticketId, clocks, kinds]);
    if (timers.length > 0) await this.database.write(SET_TIMERS, [ticketId, clocks, kinds, dueAts]);
  }

  /** Hints for the impatient, once the change is durable: open browsers, and the timer runner of this process. */
  private afterCommit(ticket: TicketRecord, events: readonly TicketEvent[], timers: readonly Timer[]): void {
    const about = { audience: { nodePath: ticket.nodePath }, subject: 'ticket', id: ticket.id };
    this.database.afterCommit(() => {
      for (const { type } of events) {
        this.live.publish({ ...about, cause: type });
        failpoint(`routing.committed.${type}`);
      }
      for (const { dueAt } of timers) if (dueAt) this.bell.ring(dueAt);
    });
  }
}

function timerColumns(timers: readonly Timer[]): [string[], string[], (Date | null)[]] {
  return [timers.map(({ clock }) => clock), timers.map(({ kind }) => kind), timers.map(({ dueAt }) => dueAt ?? null)];
}

/** In `INSERT … SELECT` a bare parameter is text, so what is not needs its type. */
function castOf(column: string): string {
  if (column.endsWith('_at')) return '::timestamptz';
  return (
    {
      form: '::json',
      segments: '::jsonb',
      promise: '::jsonb',
      calendar_version: '::integer',
      escalations: '::jsonb',
      priority: '::smallint',
      returned_for: '::text[]',
      due_estimated: '::boolean',
    }[column] ?? ''
  );
}
