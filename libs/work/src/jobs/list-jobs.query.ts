import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { DEFAULT_PAGE, decodeCursor, toPage, type Access, type Page } from '@nqi/platform';
import { toJobState, type JobRow } from './job.rows.js';
import type { JobState } from './job.js';

export interface JobFilter {
  readonly status?: string;
  readonly open?: boolean;
  readonly ticketId?: string;
  readonly requestId?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

const OWNERSHIP = { enterpriseUscc: 'enterprise_uscc', institutionId: 'institution_id', nodePath: 'node_path' };

/** Jobs within the caller's reach, newest first. */
@Injectable()
export class ListJobsQuery {
  constructor(private readonly database: Database) {}

  async execute(filter: JobFilter, access: Access): Promise<Page<JobState<string, unknown>>> {
    const { values, bind } = binding();
    const limit = filter.limit ?? DEFAULT_PAGE;
    const where = [access.condition(OWNERSHIP, bind)];
    if (filter.status) where.push(`status = ${bind(filter.status)}`);
    if (filter.open !== undefined) where.push(filter.open ? 'closed_at IS NULL' : 'closed_at IS NOT NULL');
    if (filter.ticketId) where.push(`ticket_id = ${bind(filter.ticketId)}`);
    if (filter.requestId) where.push(`request_id = ${bind(filter.requestId)}`);
    if (filter.cursor) {
      const [openedAt, id] = decodeCursor(filter.cursor, 2);
      where.push(`(opened_at, id) < (${bind(openedAt)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<JobRow>(
      `SELECT * FROM job WHERE ${where.join(' AND ')} ORDER BY opened_at DESC, id DESC LIMIT ${bind(limit + 1)}`,
      values,
    );
    return toPage(rows, limit, (row) => [row.opened_at.toISOString(), row.id], toJobState);
  }
}
