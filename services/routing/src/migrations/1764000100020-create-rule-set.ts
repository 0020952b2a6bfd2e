import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The router's policy as data. */
export class CreateRuleSet1764000100020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rule_set (
        version text PRIMARY KEY,
        status text NOT NULL CHECK (status IN ('DRAFT', 'PROPOSED', 'PUBLISHED', 'RETIRED')),
        based_on text REFERENCES rule_set,
        content jsonb NOT NULL,
        drafted_by text NOT NULL,
        created_at timestamptz NOT NULL,
        proposed_by text,
        approved_by text,
        effective_from timestamptz,
        published_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT rule_set_two_people CHECK (approved_by <> proposed_by),
        CHECK (status <> 'PROPOSED' OR (proposed_by IS NOT NULL AND effective_from IS NOT NULL)),
        CHECK (status <> 'PUBLISHED'
          OR (proposed_by IS NOT NULL AND approved_by IS NOT NULL AND effective_from IS NOT NULL
            AND published_at IS NOT NULL))
      )`);
    // Two rule sets for one instant would leave it open which of them is in force.
    await runner.query(
      `CREATE UNIQUE INDEX rule_set_effective ON rule_set (effective_from) WHERE status = 'PUBLISHED'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
