import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { DEFAULT_PAGE, decodeIdCursor, toPage, type Page } from '@nqi/platform';
import type { Reader } from './reader.js';

export interface NotificationView {
  readonly id: string;
  readonly kind: string;
  readonly title: LocalizedText;
  readonly body: LocalizedText;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly domain?: string;
  readonly createdAt: Date;
  /** Missing while this person has not read it. */
  readonly readAt?: Date;
}

export interface InboxFilter {
  readonly unread?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

interface NotificationRow {
  id: string;
  kind: string;
  title_zh: string;
  title_en: string;
  body_zh: string;
  body_en: string;
  subject_type: string;
  subject_id: string;
  domain: string | null;
  created_at: Date;
  read_at: Date | null;
}

const UNREAD = `
  NOT EXISTS (SELECT FROM notification_read r WHERE r.user_id = $2 AND r.notification_id = n.id)`;
const COUNT_UNREAD = `SELECT count(*)::int AS unread FROM notification n WHERE n.audience = $1 AND ${UNREAD}`;

/** An inbox as one of its people sees it, newest first. */
@Injectable()
export class InboxQuery {
  constructor(private readonly database: Database) {}

  async list({ userId, audience }: Reader, filter: InboxFilter): Promise<Page<NotificationView>> {
    const limit = filter.limit ?? DEFAULT_PAGE;
    const values: unknown[] = [audience, userId, limit + 1];
    const conditions = ['n.audience = $1'];
    if (filter.unread) conditions.push(UNREAD);
    if (filter.cursor) conditions.push(`n.id < $${values.push(decodeIdCursor(filter.cursor))}`);
    const rows = await this.database.query<NotificationRow>(
      `SELECT n.*, (SELECT read_at FROM notification_read r WHERE r.user_id = $2 AND r.notification_id = n.id) AS read_at
       FROM notification n WHERE ${conditions.join(' AND ')} ORDER BY n.id DESC LIMIT $3`,
      values,
    );
    return toPage(rows, limit, ({ id }) => [id], toView);
  }

  /** By the same rule as the list of unread ones, so that badge and list agree. */
  async countUnread({ userId, audience }: Reader): Promise<number> {
    const [row] = await this.database.query<{ unread: number }>(COUNT_UNREAD, [audience, userId]);
    return row?.unread ?? 0;
  }
}

const toView = (row: NotificationRow): NotificationView => ({
  id: row.id,
  kind: row.kind,
  title: { zh: row.title_zh, en: row.title_en },
  body: { zh: row.body_zh, en: row.body_en },
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  domain: row.domain ?? undefined,
  createdAt: row.created_at,
  readAt: row.read_at ?? undefined,
});
