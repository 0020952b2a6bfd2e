import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filings that people have begun. `json`, not `jsonb`: what was typed comes back as it was, in its order. */
export class CreateDraft1764000300082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft (
        id uuid PRIMARY KEY,
        organization_id text NOT NULL,
        user_id text NOT NULL,
        title text NOT NULL,
        content json NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX draft_of_person ON draft (organization_id, user_id)`);
    await runner.query(`CREATE INDEX draft_by_age ON draft (updated_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
