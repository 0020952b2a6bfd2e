import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices, institutions, what they are allowed and able to do, and the version that decisions name. */
export class CreateNetwork1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE network_version (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        version bigint NOT NULL
      )`);
    await runner.query(`INSERT INTO network_version (version) VALUES (0)`);
    await runner.query(`
      CREATE TABLE service_node (
        code text PRIMARY KEY,
        level text NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'COUNTY', 'PARK')),
        parent_code text REFERENCES service_node,
        path text NOT NULL UNIQUE,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        region_code text NOT NULL,
        covers text[] NOT NULL,
        domains text[] NOT NULL,
        lon double precision,
        lat double precision,
        active boolean NOT NULL,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE institution (
        id text PRIMARY KEY,
        name text NOT NULL,
        uscc text NOT NULL,
        kind text NOT NULL,
        ownership text NOT NULL,
        scope text NOT NULL,
        region_code text,
        home_node_code text REFERENCES service_node,
        coverage_node_code text REFERENCES service_node,
        active boolean NOT NULL,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE qualification (
        institution_id text NOT NULL REFERENCES institution,
        kind text NOT NULL,
        number text NOT NULL,
        remark text,
        valid_from date NOT NULL,
        valid_until date,
        status text NOT NULL CHECK (status IN ('VALID', 'SUSPENDED', 'REVOKED')),
        demo boolean NOT NULL,
        PRIMARY KEY (institution_id, kind, number),
        CHECK (valid_until IS NULL OR valid_from <= valid_until)
      )`);
    await runner.query(`
      CREATE TABLE capability (
        institution_id text NOT NULL REFERENCES institution,
        service_code text NOT NULL,
        domain text NOT NULL,
        categories text[] NOT NULL,
        PRIMARY KEY (institution_id, service_code)
      )`);
    await runner.query(`CREATE INDEX capability_service ON capability (service_code)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
