import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in, and who has tried in vain. Only hashes of refresh tokens are kept. */
export class CreateSessions1764000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES user_account,
        started_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text CHECK (end_reason IN ('logout', 'reuse', 'account')),
        CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      )`);
    await runner.query(`CREATE INDEX session_by_user ON session (user_id)`);
    await runner.query(`
      CREATE TABLE refresh_token (
        token_hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX refresh_token_session ON refresh_token (session_id)`);
    await runner.query(`
      CREATE TABLE login_throttle (
        username text PRIMARY KEY,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until timestamptz
      )`);
    await runner.query(`CREATE INDEX login_throttle_last_failed_at ON login_throttle (last_failed_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
