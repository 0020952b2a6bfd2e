import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service-level policies and calendar editions as data, and what each ticket was promised by them. */
export class CreateTerms1764000100070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sla_policy (
        version text PRIMARY KEY,
        status text NOT NULL CHECK (status IN ('DRAFT', 'PROPOSED', 'PUBLISHED', 'RETIRED')),
        based_on text REFERENCES sla_policy,
        content jsonb NOT NULL,
        drafted_by text NOT NULL,
        created_at timestamptz NOT NULL,
        proposed_by text,
        approved_by text,
        effective_from timestamptz,
        published_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT sla_policy_two_people CHECK (approved_by <> proposed_by),
        CHECK (status <> 'PROPOSED' OR (proposed_by IS NOT NULL AND effective_from IS NOT NULL)),
        CHECK (status <> 'PUBLISHED'
          OR (proposed_by IS NOT NULL AND approved_by IS NOT NULL AND effective_from IS NOT NULL
            AND published_at IS NOT NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX sla_policy_effective ON sla_policy (effective_from) WHERE status = 'PUBLISHED'`,
    );
    await runner.query(`
      CREATE TABLE calendar_edition (
        version integer PRIMARY KEY,
        content jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        published_by text NOT NULL,
        note text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE terms_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cause text NOT NULL CHECK (cause IN ('POLICY', 'CALENDAR')),
        version text NOT NULL,
        open_tickets text NOT NULL CHECK (open_tickets IN ('migrate', 'better-of-both')),
        effective_from timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        done_at timestamptz,
        tickets integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        UNIQUE (cause, version)
      )`);
    await runner.query(`CREATE INDEX terms_change_open ON terms_change (effective_from, id) WHERE done_at IS NULL`);
    // What older tickets were promised is what shipped when they were made.
    await runner.query(`
      ALTER TABLE ticket
        ADD COLUMN promise jsonb,
        ADD COLUMN policy_version text NOT NULL DEFAULT 'shipped-1',
        ADD COLUMN calendar_version integer NOT NULL DEFAULT 1,
        ADD COLUMN responded_at timestamptz,
        ADD COLUMN started_at timestamptz,
        ADD COLUMN terms_reviewed bigint NOT NULL DEFAULT 0`);
    await runner.query(`
      UPDATE ticket SET
        responded_at = CASE WHEN job_id IS NOT NULL OR resumes_to IS NOT NULL OR ended_at IS NOT NULL
          THEN accepted_at END,
        promise = jsonb_build_object(
          'accept', jsonb_build_object('unit', 'working-day', 'n', accept_limit_days),
          'first-response', jsonb_build_object('unit', 'working-day', 'n', 2),
          'complete', jsonb_build_object('unit', 'working-day', 'n', complete_limit_days))`);
    await runner.query(`
      ALTER TABLE ticket
        ALTER COLUMN promise SET NOT NULL,
        ALTER COLUMN policy_version DROP DEFAULT,
        ALTER COLUMN calendar_version DROP DEFAULT,
        DROP COLUMN accept_limit_days`);
    await runner.query(
      `CREATE INDEX ticket_terms ON ticket (terms_reviewed) WHERE status NOT IN ('RESOLVED', 'CANCELLED')`,
    );
    await runner.query(`
      ALTER TABLE ticket_timer
        DROP CONSTRAINT ticket_timer_clock,
        ADD CONSTRAINT ticket_timer_clock
          CHECK (clock IN ('accept', 'complete', 'pause', 'first-response', 'return'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
