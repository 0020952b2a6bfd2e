import { Injectable } from '@nestjs/common';
import type { ServiceDomain } from '@nqi/kernel';
import { Outbox } from '@nqi/messaging';
import { Database, binding, type Bind } from '@nqi/persistence';
import { LiveUpdates, type Access } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { dueOf, nextTurn } from './referral-clock.js';
import { noSuchReferral } from './referral.errors.js';
import { referralMessages } from './referral.messages.js';
import { Referral, type ReferralEvent, type ReferralRecord } from './referral.js';
import { SELECT_REFERRAL, changedValues, referralValues, toStored, type ReferralRow } from './referral.pg-rows.js';
import {
  ReferralRepository,
  type ReferralCriteria,
  type ReferredTicket,
  type StoredReferral,
} from './referral.repository.js';

const ADD = `
  INSERT INTO referral (id, ticket_id, purpose, limit_days, candidates, partner_code, status, offered_at, received_at,
    returned_at, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const UPDATE = `
  UPDATE referral SET candidates = $2, partner_code = $3, status = $4, offered_at = $5, received_at = $6,
    returned_at = $7, version = $8, notices = $9, due_at = $10 WHERE id = $1`;
const ADD_HISTORY = `
  INSERT INTO referral_history (referral_id, version, at, step, actor, office, reason_code, note)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const HISTORY = `
  SELECT version, at, step, actor, office, reason_code AS "reasonCode", note FROM referral_history
  WHERE referral_id = $1 ORDER BY version`;
const OF_TICKET = `SELECT id FROM referral WHERE ticket_id = $1 ORDER BY id`;

/** Those asked for, and the city's hub. */
const OFFICES = `SELECT code, path, level FROM service_node WHERE code = ANY($1::text[]) OR (level = 'CITY' AND active)`;

@Injectable()
export class PgReferralRepository extends ReferralRepository {
  constructor(
    private readonly database: Database,
    private readonly live: LiveUpdates,
    private readonly calendar: PublishedCalendar,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  add(referral: Referral): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.write(ADD, referralValues(referral.snapshot()));
      await this.keep(referral.snapshot(), referral.pullEvents());
    });
  }

  update(id: string, change: (referral: Referral, stored: StoredReferral) => void): Promise<void> {
    return this.database.transaction(async () => {
      const sql = `${SELECT_REFERRAL} WHERE f.id = $1 FOR UPDATE OF f`;
      const [row] = await this.database.query<ReferralRow>(sql, [id]);
      if (!row) throw noSuchReferral(id);
      const stored = toStored(row);
      const referral = Referral.restore(stored.record);
      change(referral, stored);
      const record = referral.snapshot();
      const turn = nextTurn(record, stored.ticket.completeDueAt, this.calendar.working);
      await this.database.write(UPDATE, changedValues(record, turn?.at));
      const events = referral.pullEvents();
      await this.keep(record, events, stored.ticket.ownerPath);
      await this.announce(record, stored.ticket, events);
    });
  }

  async find({ access, statuses, ticketId, before, limit }: ReferralCriteria): Promise<StoredReferral[]> {
    const { values, bind } = binding();
    const conditions = [reach(access, bind)];
    if (statuses !== undefined) conditions.push(`f.status = ANY(${bind(statuses)}::text[])`);
    if (ticketId !== undefined) conditions.push(`f.ticket_id = ${bind(ticketId)}::uuid`);
    if (before !== undefined) conditions.push(`f.id < ${bind(before)}::uuid`);
    const sql = `${SELECT_REFERRAL} WHERE ${conditions.join(' AND ')} ORDER BY f.id DESC LIMIT ${bind(limit + 1)}`;
    return (await this.database.query<ReferralRow>(sql, values)).map(toStored);
  }

  async get(id: string, access?: Access): Promise<StoredReferral | undefined> {
    const { values, bind } = binding();
    const sql = `${SELECT_REFERRAL} WHERE f.id = ${bind(id)} AND ${access ? reach(access, bind) : 'TRUE'}`;
    const [row] = await this.database.query<ReferralRow>(sql, values);
    return row && toStored(row);
  }

  async ofTicket(ticketId: string): Promise<string[]> {
    return (await this.database.query<{ id: string }>(OF_TICKET, [ticketId])).map(({ id }) => id);
  }

  async history(id: string): Promise<ReferralEvent[]> {
    const rows = await this.database.query<ReferralEvent & Record<string, unknown>>(HISTORY, [id]);
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never);
  }

  async holdTicket(ticketId: string, access: Access) {
    const { values, bind } = binding();
    const sql = `SELECT t.node_code, t.domain FROM ticket t WHERE t.id = ${bind(ticketId)}
      AND t.status IN ('ACCEPTED', 'IN_PROGRESS', 'PAUSED') AND ${access.condition({ nodePath: 't.node_path' }, bind)}
      FOR SHARE`;
    const [row] = await this.database.query<{ node_code: string; domain: ServiceDomain }>(sql, values);
    return row && { nodeCode: row.node_code, domain: row.domain };
  }

  private async announce(record: ReferralRecord, ticket: ReferredTicket, events: readonly ReferralEvent[]) {
    const last = events.at(-1);
    if (!last) return;
    const codes = [record.partnerCode, ...events.map(({ office }) => office)].filter((code) => code !== undefined);
    const offices = await this.database.query<{ code: string; path: string; level: string }>(OFFICES, [codes]);
    const paths = new Map(offices.map(({ code, path }) => [code, path]));
    const hubPath = offices.find(({ level }) => level === 'CITY')?.path ?? '';
    const due = dueOf(record, ticket.completeDueAt, this.calendar.working, last.at);
    const pathOf = (code: string | undefined) => paths.get(code ?? '') ?? '';
    await this.outbox.append(referralMessages({ record, ticket, events, due, pathOf, hubPath }));
  }

  private async keep({ id }: ReferralRecord, events: readonly ReferralEvent[], ownerPath?: string): Promise<void> {
    for (const { version, at, step, actor, office, reasonCode, note } of events) {
      const detail = [reasonCode ?? null, note ?? null];
      await this.database.write(ADD_HISTORY, [id, version, at, step, actor, office, ...detail]);
    }
    this.database.afterCommit(() => {
      for (const { step, office } of events) {
        const about = { subject: 'referral', id, cause: step };
        this.live.publish({ audience: { organizationId: office }, ...about });
        if (ownerPath !== undefined) this.live.publish({ audience: { nodePath: ownerPath }, ...about });
      }
    });
  }
}

/** The owner's, and those that the caller's office is or was last asked for. */
function reach(access: Access, bind: Bind): string {
  const owner = access.condition({ nodePath: 't.node_path' }, bind);
  return `(${owner} OR ${access.condition({ nodePath: 'p.path' }, bind)})`;
}
