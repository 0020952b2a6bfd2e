import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a notification leads to is a word of the rules; new ones need no change of the table. */
export class OpenSubjectTypes1764000200078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification
        DROP CONSTRAINT IF EXISTS notification_subject_type_check,
        ADD CONSTRAINT notification_subject_type CHECK (subject_type ~ '^[a-z][a-z-]{0,39}$')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
