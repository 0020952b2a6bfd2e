import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { qualificationExpiring } from './network.messages.js';
import { ReminderRepository, type Reminder } from './reminders.repository.js';

const COLUMNS = `
  r.institution_id AS "institutionId", r.kind, r.number, r.valid_until::text AS "validUntil", r.days,
  r.fired_at AS "firedAt"`;
const STALE = `
  DELETE FROM qualification_reminder r
  WHERE r.fired_at IS NULL AND r.due_on <= $1::date AND NOT EXISTS (
    SELECT FROM qualification q JOIN institution i ON i.id = q.institution_id AND i.stage <> 'REMOVED'
    WHERE q.institution_id = r.institution_id AND q.kind = r.kind AND q.number = r.number
      AND q.valid_until = r.valid_until AND q.status <> 'REVOKED')`;
/** Of several steps that one day finds due only the nearest to the end is said: late registration brings no four at once. */
const OUTDONE = `
  DELETE FROM qualification_reminder r
  WHERE r.fired_at IS NULL AND r.due_on <= $1::date AND EXISTS (
    SELECT FROM qualification_reminder n
    WHERE n.institution_id = r.institution_id AND n.kind = r.kind AND n.number = r.number
      AND n.valid_until = r.valid_until AND n.due_on <= $1::date AND n.days < r.days)`;
const FIRE = `
  UPDATE qualification_reminder r SET fired_at = $2
  WHERE r.fired_at IS NULL AND r.due_on <= $1::date RETURNING ${COLUMNS}`;
const FIRED = `
  SELECT ${COLUMNS} FROM qualification_reminder r WHERE r.fired_at IS NOT NULL
  ORDER BY r.fired_at DESC, r.valid_until, r.institution_id, r.kind, r.number, r.days LIMIT $1`;

const INSTITUTIONS = `
  SELECT i.id, i.name, n.path FROM institution i LEFT JOIN service_node n ON n.code = i.home_node_code
  WHERE i.id = ANY($1::text[])`;

interface InstitutionRow {
  id: string;
  name: string;
  path: string | null;
}

/** Adds those of an institution's terms, written beside it; what fired stays fired. Parameters: institution. */
export const SET_REMINDERS = `
  INSERT INTO qualification_reminder (institution_id, kind, number, valid_until, days, due_on)
  SELECT institution_id, kind, number, valid_until, days, valid_until - days
  FROM qualification, unnest(CASE WHEN kind = 'CMA' THEN ARRAY[120, 90, 30, 7] ELSE ARRAY[90, 30, 7] END) AS days
  WHERE institution_id = $1 AND valid_until IS NOT NULL
  ON CONFLICT DO NOTHING`;

@Injectable()
export class PgReminderRepository extends ReminderRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  fireDue(today: string, now: Date): Promise<readonly Reminder[]> {
    return this.database.transaction(async () => {
      await this.database.write(STALE, [today]);
      await this.database.write(OUTDONE, [today]);
      const fired = await this.database.query<Reminder>(FIRE, [today, now]);
      const ids = fired.map(({ institutionId }) => institutionId);
      const rows = fired.length > 0 ? await this.database.query<InstitutionRow>(INSTITUTIONS, [ids]) : [];
      const institutions = new Map(rows.map((row) => [row.id, row]));
      await this.outbox.append(
        fired.map((reminder) => qualificationExpiring(reminder, institutions.get(reminder.institutionId))),
      );
      return fired;
    });
  }

  fired(limit: number): Promise<readonly Reminder[]> {
    return this.database.query<Reminder>(FIRED, [limit]);
  }
}
