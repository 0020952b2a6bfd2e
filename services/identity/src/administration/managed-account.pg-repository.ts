import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { assertVersion, type Access } from '@nqi/platform';
import { userChanged } from '../accounts/account.messages.js';
import { SessionRepository } from '../sessions/session.repository.js';
import type { ManagedAccount } from './managed-account.js';
import { ManagedAccountRepository } from './managed-account.repository.js';
import { MANAGED, noSuchAccount, toManagedAccount, withinReach, type ManagedRow } from './managed-account.rows.js';

const KEEP = `
  UPDATE user_account
  SET display_name = $2, roles = $3, active = $4, suspended_reason = $5, changed_at = $6, version = version + 1
  WHERE id = $1`;

@Injectable()
export class PgManagedAccountRepository extends ManagedAccountRepository {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  find(id: string, access: Access): Promise<ManagedAccount> {
    return this.select(id, access, '');
  }

  update(
    id: string,
    access: Access,
    expected: number | undefined,
    change: (account: ManagedAccount) => ManagedAccount,
  ): Promise<{ before: ManagedAccount; after: ManagedAccount }> {
    return this.database.transaction(async () => {
      const before = await this.select(id, access, 'FOR UPDATE OF a');
      assertVersion(expected, before.version);
      const { displayName, roles, active, suspendedReason, changedAt, ...rest } = change(before);
      await this.database.write(KEEP, [id, displayName, roles, active, suspendedReason ?? null, changedAt]);
      // What a token says of roles lasts a quarter of an hour; a session that goes on gets the new ones.
      if (!active) await this.sessions.endAll(id, 'account', changedAt);
      const after = { ...rest, displayName, roles, active, suspendedReason, changedAt, version: before.version + 1 };
      await this.outbox.append([userChanged(after)]);
      return { before, after };
    });
  }

  private async select(id: string, access: Access, lock: string): Promise<ManagedAccount> {
    const values: unknown[] = [id];
    const condition = withinReach(access, (value) => `$${values.push(value)}`);
    const [row] = await this.database.query<ManagedRow>(`${MANAGED} WHERE a.id = $1 AND ${condition} ${lock}`, values);
    if (!row) throw noSuchAccount();
    return toManagedAccount(row);
  }
}
