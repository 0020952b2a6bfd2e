import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person's account needs beyond a password, where sessions come from, and links that set a password once. */
export class AddAccountSecurity1764000100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_account
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN suspended_reason text,
        ADD COLUMN factor_secret text,
        ADD COLUMN factor_pending text,
        ADD COLUMN factor_last_step bigint NOT NULL DEFAULT 0`);
    await runner.query(`
      CREATE TABLE recovery_code (
        user_id uuid NOT NULL REFERENCES user_account,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (user_id, code_hash)
      )`);
    await runner.query(`
      CREATE TABLE password_link (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES user_account,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX password_link_user ON password_link (user_id)`);
    await runner.query(`
      ALTER TABLE session
        DROP CONSTRAINT session_end_reason_check,
        ADD CONSTRAINT session_end_reason_check
          CHECK (end_reason IN ('logout', 'reuse', 'account', 'revoked', 'password')),
        ADD COLUMN address text,
        ADD COLUMN agent text,
        ADD COLUMN used_at timestamptz`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
