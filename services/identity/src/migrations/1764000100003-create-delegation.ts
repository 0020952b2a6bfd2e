import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may join an organisation by a link, and who may act for an enterprise without being of it. */
export class CreateDelegation1764000100003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        organization_id text NOT NULL REFERENCES organization,
        role text NOT NULL,
        note text,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        user_id uuid REFERENCES user_account
      )`);
    await runner.query(`CREATE INDEX invitation_organization ON invitation (organization_id, id)`);
    await runner.query(`
      CREATE TABLE delegation (
        id uuid PRIMARY KEY,
        enterprise_id text NOT NULL REFERENCES organization,
        agent_id text NOT NULL REFERENCES organization,
        permissions text[] NOT NULL CHECK (cardinality(permissions) > 0),
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CHECK (enterprise_id <> agent_id)
      )`);
    await runner.query(`CREATE INDEX delegation_enterprise ON delegation (enterprise_id, id)`);
    await runner.query(`CREATE INDEX delegation_agent ON delegation (agent_id, id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
