import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { Notification } from './notification.js';
import { NotificationRepository } from './notification.repository.js';
import type { Reader } from './reader.js';

const ADD = `
  INSERT INTO notification (id, event_id, audience, kind, title_zh, title_en, body_zh, body_en, subject_type, subject_id,
                            domain, created_at)
  SELECT id, "eventId", audience, kind, title->>'zh', title->>'en', body->>'zh', body->>'en', "subjectType", "subjectId",
         domain, "createdAt"
  FROM jsonb_to_recordset($1::jsonb) AS given (
    id uuid, "eventId" uuid, audience text, kind text, title jsonb, body jsonb, "subjectType" text, "subjectId" text,
    domain text, "createdAt" timestamptz)
  ON CONFLICT (event_id, audience) DO NOTHING
  RETURNING id`;
const MARK_READ = `
  WITH mine AS (SELECT id FROM notification WHERE id = $1 AND audience = $2),
       marked AS (
         INSERT INTO notification_read (user_id, notification_id, read_at) SELECT $3, id, $4 FROM mine
         ON CONFLICT DO NOTHING)
  SELECT id FROM mine`;
const MARK_ALL_READ = `
  INSERT INTO notification_read (user_id, notification_id, read_at)
  SELECT $2, n.id, $3 FROM notification n
  WHERE n.audience = $1
    AND NOT EXISTS (SELECT FROM notification_read r WHERE r.user_id = $2 AND r.notification_id = n.id)
  ON CONFLICT DO NOTHING`;

@Injectable()
export class PgNotificationRepository extends NotificationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(notifications: readonly Notification[]): Promise<(string | undefined)[]> {
    if (notifications.length === 0) return [];
    const given = notifications.map((notification) => ({ ...notification, id: newId() }));
    const rows = await this.database.query<{ id: string }>(ADD, [JSON.stringify(given)]);
    const added = new Set(rows.map(({ id }) => id));
    return given.map(({ id }) => (added.has(id) ? id : undefined));
  }

  async markRead({ userId, audience }: Reader, id: string, at: Date): Promise<boolean> {
    return (await this.database.query(MARK_READ, [id, audience, userId, at])).length > 0;
  }

  async markAllRead({ userId, audience }: Reader, at: Date): Promise<void> {
    await this.database.write(MARK_ALL_READ, [audience, userId, at]);
  }
}
