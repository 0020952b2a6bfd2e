import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which an enterprise's own system signs in; only their hashes are kept. */
export class CreateApiKey1764000100023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        enterprise_id text NOT NULL REFERENCES organization,
        name text NOT NULL,
        hash bytea NOT NULL UNIQUE,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz
      )`);
    await runner.query(`CREATE INDEX api_key_enterprise ON api_key (enterprise_id, id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
