import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is known to which OpenID provider, and the signings-in there that are under way. Of secrets only hashes are kept. */
export class CreateSingleSignOn1764000100040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE user_account ADD COLUMN has_password boolean NOT NULL DEFAULT true`);
    await runner.query(`
      CREATE TABLE external_identity (
        id uuid PRIMARY KEY,
        issuer text NOT NULL,
        subject text NOT NULL,
        user_id uuid NOT NULL REFERENCES user_account,
        provider text NOT NULL,
        linked_by text NOT NULL CHECK (linked_by IN ('owner', 'claim', 'registration')),
        linked_at timestamptz NOT NULL,
        used_at timestamptz,
        UNIQUE (issuer, subject),
        UNIQUE (user_id, issuer)
      )`);
    await runner.query(`
      CREATE TABLE sign_on_attempt (
        state_hash bytea PRIMARY KEY,
        proof_hash bytea NOT NULL,
        provider text NOT NULL,
        user_id uuid REFERENCES user_account,
        secrets text NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX sign_on_attempt_expires ON sign_on_attempt (expires_at)`);
    await runner.query(`
      CREATE TABLE sign_on_ticket (
        token_hash bytea PRIMARY KEY,
        provider text NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        user_id uuid REFERENCES user_account,
        uscc text,
        name text,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CHECK (user_id IS NOT NULL OR uscc IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX sign_on_ticket_expires ON sign_on_ticket (expires_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
