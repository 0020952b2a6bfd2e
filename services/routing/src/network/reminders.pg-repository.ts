import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { ReminderRepository, type Reminder } from './reminders.repository.js';

const COLUMNS = `
  r.institution_id AS "institutionId", r.kind, r.number, r.valid_until::text AS "validUntil", r.days,
  r.fired_at AS "firedAt"`;
const STALE = `
  DELETE FROM qualification_reminder r
  WHERE r.fired_at IS NULL AND r.due_on <= $1::date AND NOT EXISTS (
    SELECT FROM qualification q
    WHERE q.institution_id = r.institution_id AND q.kind = r.kind AND q.number = r.number
      AND q.valid_until = r.valid_until AND q.status <> 'REVOKED')`;
const FIRE = `
  UPDATE qualification_reminder r SET fired_at = $2
  WHERE r.fired_at IS NULL AND r.due_on <= $1::date RETURNING ${COLUMNS}`;
const FIRED = `
  SELECT ${COLUMNS} FROM qualification_reminder r WHERE r.fired_at IS NOT NULL
  ORDER BY r.fired_at DESC, r.valid_until, r.institution_id, r.kind, r.number, r.days LIMIT $1`;

/** Adds those of an institution's terms, written beside it; what fired stays fired. Parameters: institution. */
export const SET_REMINDERS = `
  INSERT INTO qualification_reminder (institution_id, kind, number, valid_until, days, due_on)
  SELECT institution_id, kind, number, valid_until, days, valid_until - days
  FROM qualification, unnest(ARRAY[120, 90, 30, 7]) AS days
  WHERE institution_id = $1 AND valid_until IS NOT NULL
  ON CONFLICT DO NOTHING`;

@Injectable()
export class PgReminderRepository extends ReminderRepository {
  constructor(private readonly database: Database) {
    super();
  }

  fireDue(today: string, now: Date): Promise<readonly Reminder[]> {
    return this.database.transaction(async () => {
      await this.database.write(STALE, [today]);
      return this.database.query<Reminder>(FIRE, [today, now]);
    });
  }

  fired(limit: number): Promise<readonly Reminder[]> {
    return this.database.query<Reminder>(FIRED, [limit]);
  }
}
