import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { usernameKey } from '../accounts/account.js';
import { FORGET_AFTER_MS, afterFailure, type ThrottleState } from './login-throttle.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';

const FIND = `SELECT failures, last_failed_at, locked_until FROM login_throttle WHERE username = $1`;
/** The first failure of a name needs a row to lock; it starts at zero. */
const TOUCH = `
  INSERT INTO login_throttle (username, failures, last_failed_at) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING`;
const COUNT = `UPDATE login_throttle SET failures = $2, last_failed_at = $3, locked_until = $4 WHERE username = $1`;
const FORGET = `DELETE FROM login_throttle WHERE username = $1 AND (locked_until IS NULL OR locked_until <= $2)`;
/** Invented names would fill the table otherwise. */
const FORGET_OLD = `
  DELETE FROM login_throttle WHERE username IN (
    SELECT username FROM login_throttle WHERE last_failed_at < $1 LIMIT 20 FOR UPDATE SKIP LOCKED)`;

interface ThrottleRow {
  failures: number;
  last_failed_at: Date;
  locked_until: Date | null;
}

@Injectable()
export class PgLoginThrottleRepository extends LoginThrottleRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find(username: string): Promise<ThrottleState | undefined> {
    const [row] = await this.database.query<ThrottleRow>(FIND, [usernameKey(username)]);
    return row && toState(row);
  }

  async recordFailure(username: string, at: Date): Promise<void> {
    const key = usernameKey(username);
    await this.database.write(FORGET_OLD, [new Date(at.getTime() - FORGET_AFTER_MS)]);
    await this.database.transaction(async () => {
      await this.database.write(TOUCH, [key, at]);
      const [row] = await this.database.query<ThrottleRow>(`${FIND} FOR UPDATE`, [key]);
      const next = afterFailure(row && toState(row), at);
      await this.database.write(COUNT, [key, next.failures, next.lastFailedAt, next.lockedUntil ?? null]);
    });
  }

  async forget(username: string, at: Date): Promise<ThrottleState | undefined> {
    await this.database.write(FORGET, [usernameKey(username), at]);
    return this.find(username);
  }
}

const toState = (row: ThrottleRow): ThrottleState => ({
  failures: row.failures,
  lastFailedAt: row.last_failed_at,
  lockedUntil: row.locked_until ?? undefined,
});
