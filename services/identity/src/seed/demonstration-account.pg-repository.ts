import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { userChanged } from '../accounts/account.messages.js';
import { DemonstrationAccountRepository } from './demonstration-account.repository.js';

const HASHES = `SELECT DISTINCT password_hash FROM user_account WHERE demonstration`;
const SET_PASSWORD = `UPDATE user_account SET password_hash = $1, changed_at = $2 WHERE demonstration`;
const SWITCH = `
  UPDATE user_account SET active = $1, changed_at = $2 WHERE demonstration AND active <> $1
  RETURNING id, username, display_name AS "displayName", roles, organization_id AS "organizationId", active,
            changed_at AS "changedAt"`;
const END_SESSIONS = `
  UPDATE session SET ended_at = $1, end_reason = 'account'
  WHERE ended_at IS NULL AND user_id IN (SELECT id FROM user_account WHERE demonstration)`;

@Injectable()
export class PgDemonstrationAccountRepository extends DemonstrationAccountRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async passwordHashes(): Promise<string[]> {
    const rows = await this.database.query<{ password_hash: string }>(HASHES);
    return rows.map(({ password_hash }) => password_hash);
  }

  setPassword(passwordHash: string, at: Date): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.write(SET_PASSWORD, [passwordHash, at]);
      await this.database.write(END_SESSIONS, [at]);
    });
  }

  switchAll(active: boolean, at: Date): Promise<number> {
    return this.database.transaction(async () => {
      const changed = await this.database.query<Parameters<typeof userChanged>[0]>(SWITCH, [active, at]);
      if (!active && changed.length > 0) await this.database.write(END_SESSIONS, [at]);
      await this.outbox.append(changed.map(userChanged));
      return changed.length;
    });
  }
}
