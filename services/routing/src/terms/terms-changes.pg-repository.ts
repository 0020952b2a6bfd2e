import { Injectable } from '@nestjs/common';
import { failpoint } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { TermsRepository } from '../clocks/terms.repository.js';
import type { Terms } from '../clocks/ticket-clocks.js';
import type { Fired } from '../due/due-rows.repository.js';
import { fireEach } from '../due/fire-each.pg-repository.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { SlaPolicyRepository } from './sla-policies.repository.js';
import type { TermsChange } from './terms-change.js';
import { TermsChangeRepository } from './terms-changes.repository.js';

export const ADD_TERMS_CHANGE = `
  INSERT INTO terms_change (cause, version, open_tickets, effective_from, created_at) VALUES ($1, $2, $3, $4, now())`;

const COLUMNS = `id, cause, version, open_tickets, effective_from, created_at, done_at, tickets, failed`;
const NEXT = `
  SELECT ${COLUMNS} FROM terms_change WHERE done_at IS NULL AND effective_from <= $1
  ORDER BY effective_from, id LIMIT 1`;
const LIST = `SELECT ${COLUMNS} FROM terms_change WHERE $2::bigint IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`;
/** The condition is the one of the partial index `ticket_terms`. */
const LEFT = `t.terms_reviewed < $1 AND t.status NOT IN ('RESOLVED', 'CANCELLED')`;
const CLAIM = `
  SELECT t.id, t.policy_version, t.calendar_version FROM ticket t
  WHERE ${LEFT} AND t.id <> ALL($2::uuid[]) ORDER BY t.terms_reviewed LIMIT 1 FOR UPDATE SKIP LOCKED`;
const REVIEWED = `UPDATE ticket SET terms_reviewed = $2 WHERE id = $1 AND terms_reviewed < $2`;
const COUNT = `UPDATE terms_change SET tickets = tickets + $2, failed = failed + $3 WHERE id = $1`;
const FINISH = `
  UPDATE terms_change SET done_at = $2
  WHERE id = $1 AND done_at IS NULL AND NOT EXISTS (SELECT FROM ticket t WHERE ${LEFT})`;

/** A ticket decided just before a change may be stored just after it. */
const LATECOMERS_MS = 60_000;

interface ClaimedRow {
  id: string;
  policy_version: string;
  calendar_version: number;
}

interface ChangeRow {
  id: string;
  cause: TermsChange['cause'];
  version: string;
  open_tickets: TermsChange['openTickets'];
  effective_from: Date;
  created_at: Date;
  done_at: Date | null;
  tickets: number;
  failed: number;
}

@Injectable()
export class PgTermsChangeRepository extends TermsChangeRepository {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly terms: TermsRepository,
    private readonly policies: SlaPolicyRepository,
  ) {
    super();
  }

  async next(now: Date): Promise<TermsChange | undefined> {
    const [row] = await this.database.query<ChangeRow>(NEXT, [now]);
    return row && toChange(row);
  }

  async list({ limit, before }: { limit: number; before?: number }): Promise<TermsChange[]> {
    return (await this.database.query<ChangeRow>(LIST, [limit, before ?? null])).map(toChange);
  }

  async renewSome(change: TermsChange, now: Date, limit: number): Promise<Fired> {
    let row: ClaimedRow | undefined;
    const fired = await fireEach(this.database, limit, {
      claim: async (failed) => {
        [row] = await this.database.query<ClaimedRow>(CLAIM, [change.id, failed]);
        return row?.id;
      },
      fire: async () => {
        if (row) await this.renew(change, row, now);
      },
    });
    for (const { id } of fired.failed) await this.giveUp(change, id);
    return fired;
  }

  async finish({ id, effectiveFrom }: TermsChange, now: Date): Promise<boolean> {
    if (now.getTime() < effectiveFrom.getTime() + LATECOMERS_MS) return false;
    return (await this.database.write(FINISH, [id, now])) === 1;
  }

  private async renew(change: TermsChange, row: ClaimedRow, now: Date): Promise<void> {
    const terms = await this.renewedTerms(change, row);
    if (terms) await this.tickets.update(row.id, (ticket) => ticket.renew(terms, change, now));
    await this.database.write(REVIEWED, [row.id, change.id]);
    await this.database.write(COUNT, [change.id, terms ? 1 : 0, 0]);
    failpoint('routing.terms-before-commit');
  }

  /** Undefined for a ticket whose terms are as new as the change, or newer. */
  private async renewedTerms(change: TermsChange, row: ClaimedRow): Promise<Terms | undefined> {
    const has = { policyVersion: row.policy_version, calendarVersion: row.calendar_version };
    if (change.cause === 'CALENDAR') {
      const calendarVersion = Number(change.version);
      return calendarVersion > has.calendarVersion ? this.terms.of({ ...has, calendarVersion }) : undefined;
    }
    const since = (await this.policies.get(has.policyVersion))?.effectiveFrom;
    const newer = since === undefined || since < change.effectiveFrom;
    return newer && change.version !== has.policyVersion
      ? this.terms.of({ ...has, policyVersion: change.version })
      : undefined;
  }

  private giveUp(change: TermsChange, ticketId: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.write(REVIEWED, [ticketId, change.id]);
      await this.database.write(COUNT, [change.id, 0, 1]);
    });
  }
}

function toChange(row: ChangeRow): TermsChange {
  return {
    id: Number(row.id),
    cause: row.cause,
    version: row.version,
    openTickets: row.open_tickets,
    effectiveFrom: row.effective_from,
    createdAt: row.created_at,
    ...(row.done_at && { doneAt: row.done_at }),
    tickets: row.tickets,
    failed: row.failed,
  };
}
