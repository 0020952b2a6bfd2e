import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a capability: what exactly a body may measure, test or certify within a service. */
export class AddCapabilityScope1764000100066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capability_scope (
        institution_id text NOT NULL,
        service_code text NOT NULL,
        line integer NOT NULL,
        object text NOT NULL,
        low double precision,
        high double precision,
        unit text,
        uncertainty double precision,
        uncertainty_unit text,
        coverage_factor double precision,
        parameter text,
        method text,
        demo boolean NOT NULL,
        PRIMARY KEY (institution_id, service_code, line),
        FOREIGN KEY (institution_id, service_code) REFERENCES capability ON DELETE CASCADE,
        CONSTRAINT capability_scope_range CHECK (num_nonnulls(low, high, unit) IN (0, 3) AND low <= high),
        CONSTRAINT capability_scope_uncertainty
          CHECK (num_nonnulls(uncertainty, uncertainty_unit, coverage_factor) IN (0, 3) AND uncertainty > 0)
      )`);
    // Decisions of before knew nothing of scopes: none of them may pass for one of now.
    await runner.query(`UPDATE network_version SET version = version + 1`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
