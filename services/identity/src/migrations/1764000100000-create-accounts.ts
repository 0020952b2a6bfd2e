import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who exists: organisations and the people who act for them. */
export class CreateAccounts1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('enterprise', 'node', 'institution')),
        name text NOT NULL,
        uscc text,
        region_code text,
        park_code text,
        industry_code text,
        scale text,
        node_path text,
        contact_name text,
        contact_phone text,
        registered_at timestamptz NOT NULL,
        CHECK ((kind = 'node') = (node_path IS NOT NULL)),
        CHECK (kind <> 'enterprise' OR (uscc = id AND region_code IS NOT NULL))
      )`);
    await runner.query(`
      CREATE INDEX organization_enterprise_region ON organization (region_code, id) WHERE kind = 'enterprise'`);
    await runner.query(`
      CREATE TABLE user_account (
        id uuid PRIMARY KEY,
        username text NOT NULL,
        display_name text NOT NULL,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        organization_id text NOT NULL REFERENCES organization,
        password_hash text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        demonstration boolean NOT NULL DEFAULT false,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX user_account_username ON user_account (lower(username))`);
    await runner.query(`CREATE INDEX user_account_organization ON user_account (organization_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
