import type { OfficeColumn } from '@nqi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where jobs and deliverables keep paths of offices. */
export const WORK_OFFICE_COLUMNS: readonly OfficeColumn[] = [
  { table: 'job', column: 'node_path' },
  { table: 'deliverable', column: 'node_path', needsIndex: true },
];

/** The tables of jobs and deliverables; the four domain services list this migration. */
export class CreateWork1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SEQUENCE job_no`);
    await runner.query(`
      CREATE TABLE job (
        id uuid PRIMARY KEY,
        job_no text NOT NULL UNIQUE,
        ticket_id uuid NOT NULL UNIQUE,
        request_id uuid NOT NULL,
        request_no text NOT NULL,
        item_id uuid NOT NULL,
        service_code text NOT NULL,
        service_name_zh text NOT NULL,
        service_name_en text NOT NULL,
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        node_code text NOT NULL,
        node_path text NOT NULL,
        institution_id text NOT NULL,
        institution_name text NOT NULL,
        mode text NOT NULL,
        status text NOT NULL,
        version integer NOT NULL,
        data jsonb NOT NULL,
        people jsonb NOT NULL,
        hands jsonb NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz
      )`);
    await runner.query(`CREATE INDEX job_institution ON job (institution_id, opened_at DESC, id)`);
    await runner.query(`CREATE INDEX job_enterprise ON job (enterprise_uscc, opened_at DESC, id)`);
    await runner.query(`CREATE INDEX job_node ON job (node_path text_pattern_ops, opened_at DESC)`);
    await runner.query(`CREATE INDEX job_request ON job (request_id)`);
    await runner.query(`
      CREATE TABLE job_step (
        job_id uuid NOT NULL REFERENCES job,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        from_status text NOT NULL,
        to_status text NOT NULL,
        PRIMARY KEY (job_id, version)
      )`);
    await runner.query(`
      CREATE TABLE deliverable (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        verify_code text NOT NULL,
        job_id uuid NOT NULL REFERENCES job,
        request_id uuid NOT NULL,
        item_id uuid NOT NULL,
        kind text NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        conclusion text NOT NULL,
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        institution_id text NOT NULL,
        institution_name text NOT NULL,
        node_path text NOT NULL,
        issued_at timestamptz NOT NULL,
        issued_by text NOT NULL,
        valid_until date,
        content jsonb NOT NULL,
        sha256 text NOT NULL,
        document bytea NOT NULL
      )`);
    await runner.query(`CREATE INDEX deliverable_job ON deliverable (job_id)`);
    await runner.query(`CREATE INDEX deliverable_request ON deliverable (request_id)`);
    await runner.query(`CREATE INDEX deliverable_enterprise ON deliverable (enterprise_uscc, issued_at DESC)`);
    await runner.query(`
      CREATE TABLE deliverable_counter (
        series text PRIMARY KEY,
        last bigint NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/**
 * A ticket may be given to another institution after acceptance: it then has several jobs, one for each order (told apart
 * by the version of the ticket that gave it), and one of them open.
 */
export class ReplaceableJobs1764000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE job ADD COLUMN ticket_version integer NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE job ALTER COLUMN ticket_version DROP DEFAULT`);
    await runner.query(`ALTER TABLE job DROP CONSTRAINT job_ticket_id_key`);
    await runner.query(`ALTER TABLE job ADD CONSTRAINT job_one_per_order UNIQUE (ticket_id, ticket_version)`);
    await runner.query(`CREATE UNIQUE INDEX job_one_open ON job (ticket_id) WHERE closed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
