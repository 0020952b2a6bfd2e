import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Institutions apply, are checked by others, and go online; every step is a line that stays. */
export class AddInstitutionLifecycle1764000100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE institution ADD stage text`);
    // What was there was let in before anybody applied.
    await runner.query(`
      UPDATE institution SET stage = CASE WHEN active THEN 'ONLINE' ELSE 'SUSPENDED' END,
        suspended_reason = CASE WHEN NOT active THEN coalesce(suspended_reason, '停用') END`);
    await runner.query(`
      ALTER TABLE institution
        ALTER stage SET NOT NULL,
        DROP active,
        ADD CONSTRAINT institution_stage CHECK (stage IN
          ('APPLY', 'DOC_CHECK', 'SITE_CHECK', 'APPROVED', 'ONLINE', 'SUSPENDED', 'REINSTATED', 'REMOVED')),
        ADD CONSTRAINT institution_suspended_for_a_reason
          CHECK ((stage = 'SUSPENDED') = (suspended_reason IS NOT NULL))`);
    await runner.query(`CREATE SEQUENCE institution_number START 1001`);
    await runner.query(`
      CREATE TABLE institution_step (
        institution_id text NOT NULL REFERENCES institution,
        no bigint GENERATED ALWAYS AS IDENTITY,
        step text NOT NULL,
        from_stage text,
        to_stage text NOT NULL,
        user_id text NOT NULL,
        actor text NOT NULL,
        at timestamptz NOT NULL,
        reason text,
        evidence text[] NOT NULL,
        PRIMARY KEY (institution_id, no)
      )`);
    await runner.query(`
      CREATE FUNCTION institution_step_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'steps of an institution are only ever added';
      END $$`);
    await runner.query(`
      CREATE TRIGGER institution_step_append_only BEFORE UPDATE OR DELETE ON institution_step
      FOR EACH ROW EXECUTE FUNCTION institution_step_stays()`);
    await runner.query(`
      ALTER TABLE qualification
        ADD issuer text,
        ADD issued_on date,
        ADD evidence text,
        ADD verified_by text,
        ADD verified_at timestamptz,
        ADD verified_source text,
        ADD CONSTRAINT qualification_verified_whole
          CHECK (num_nonnulls(verified_by, verified_at, verified_source) IN (0, 3))`);
    // Only the renewal of a CMA is filed so early that it is reminded of 120 days before.
    await runner.query(`DELETE FROM qualification_reminder WHERE fired_at IS NULL AND days = 120 AND kind <> 'CMA'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
