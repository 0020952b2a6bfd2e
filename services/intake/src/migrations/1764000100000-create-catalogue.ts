import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be filed. Forms are `json`, not `jsonb`: the order of their fields is the order on the screen. */
export class CreateCatalogue1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalog_service (
        code text PRIMARY KEY,
        position integer NOT NULL,
        domain text NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        description text NOT NULL,
        audience text[] NOT NULL,
        channel text NOT NULL,
        statutory_limit_days integer CHECK (statutory_limit_days > 0),
        promised_limit_days integer NOT NULL CHECK (promised_limit_days > 0),
        required_materials text[] NOT NULL,
        fee_basis text NOT NULL,
        performing_level text NOT NULL CHECK (performing_level IN ('province', 'city', 'county', 'park')),
        legal_basis text[] NOT NULL,
        form_schema json NOT NULL,
        content_hash text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        enabled boolean NOT NULL DEFAULT true,
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE service_package (
        code text PRIMARY KEY,
        position integer NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        service_codes text[] NOT NULL,
        categories text[] NOT NULL,
        description text NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
