import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is typed into a draft holds a telephone, so it lies sealed, which is no JSON; seeding seals what is there. */
export class SealDraft1764000300130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE draft ALTER COLUMN content TYPE text USING content::text`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
