import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { DEFAULT_PAGE, decodeCursor, toPage, type Access, type Page } from '@nqi/platform';
import type { ManagedAccount } from './managed-account.js';
import { MANAGED, toManagedAccount, withinReach, type ManagedRow } from './managed-account.rows.js';

export interface AccountFilter {
  /** Part of a user name or of a person's name. */
  readonly query?: string;
  readonly organizationId?: string;
  readonly role?: string;
  readonly active?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Accounts within reach, in the order of user names. */
@Injectable()
export class AccountsQuery {
  constructor(private readonly database: Database) {}

  async list(access: Access, filter: AccountFilter): Promise<Page<ManagedAccount>> {
    const limit = filter.limit ?? DEFAULT_PAGE;
    const { values, bind } = binding();
    const conditions = [withinReach(access, bind)];
    if (filter.query?.trim()) {
      const part = bind(`%${filter.query.trim().replace(/[\\%_]/g, '\\$&')}%`);
      conditions.push(`(a.username ILIKE ${part} OR a.display_name ILIKE ${part})`);
    }
    if (filter.organizationId) conditions.push(`a.organization_id = ${bind(filter.organizationId)}`);
    if (filter.role) conditions.push(`${bind(filter.role)} = ANY (a.roles)`);
    if (filter.active !== undefined) conditions.push(`a.active = ${bind(filter.active)}`);
    if (filter.cursor) conditions.push(`lower(a.username) > ${bind(decodeCursor(filter.cursor, 1)[0])}`);
    const rows = await this.database.query<ManagedRow>(
      `${MANAGED} WHERE ${conditions.join(' AND ')} ORDER BY lower(a.username) LIMIT ${bind(limit + 1)}`,
      values,
    );
    return toPage(rows, limit, ({ username }) => [username.toLowerCase()], toManagedAccount);
  }
}
