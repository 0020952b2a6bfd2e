import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ticket may wait for the client to choose who performs it. */
export class AwaitClientChoice1764000100067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ticket DROP CONSTRAINT ticket_institution_choice_check`);
    await runner.query(`
      ALTER TABLE ticket ADD CONSTRAINT ticket_institution_choice_check
        CHECK (institution_choice IN ('statutory', 'client', 'platform', 'awaited', 'none'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
