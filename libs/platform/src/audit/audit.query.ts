import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '../paging.js';
import type { AuditOutcome, AuditRecord } from './audit-record.js';

export interface AuditFilter {
  readonly username?: string;
  readonly subject?: string;
  /** The action, or its beginning. */
  readonly action?: string;
  readonly outcome?: AuditOutcome;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface AuditLine extends AuditRecord {
  readonly seq: string;
}

/** Reads the trail, newest first. What is shown is the text that the chain vouches for. */
@Injectable()
export class AuditQuery {
  constructor(private readonly database: Database) {}

  async list(filter: AuditFilter): Promise<Page<AuditLine>> {
    const limit = filter.limit ?? DEFAULT_PAGE;
    const { values, bind } = binding();
    const conditions = ['TRUE'];
    if (filter.username) conditions.push(`username = ${bind(filter.username.toLowerCase())}`);
    if (filter.subject) conditions.push(`subject_id = ${bind(filter.subject)}`);
    if (filter.action) conditions.push(`starts_with(action, ${bind(filter.action)})`);
    if (filter.outcome) conditions.push(`outcome = ${bind(filter.outcome)}`);
    if (filter.from) conditions.push(`at >= ${bind(filter.from)}`);
    if (filter.to) conditions.push(`at < ${bind(filter.to)}`);
    if (filter.cursor) conditions.push(`seq < ${bind(decodeCursor(filter.cursor, 1)[0])}::bigint`);
    const rows = await this.database.query<{ seq: string; content: string }>(
      `SELECT seq, content FROM audit_record WHERE ${conditions.join(' AND ')}
       ORDER BY seq DESC LIMIT ${bind(limit + 1)}`,
      values,
    );
    return toPage(
      rows,
      limit,
      ({ seq }) => [seq],
      ({ seq, content }) => ({ seq, ...(JSON.parse(content) as AuditRecord) }),
    );
  }
}
