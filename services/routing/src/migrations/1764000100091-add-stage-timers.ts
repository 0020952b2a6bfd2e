import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The stage a ticket is in may have a limit and a ladder of its own. */
export class AddStageTimers1764000100091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket_timer
        DROP CONSTRAINT ticket_timer_clock,
        ADD CONSTRAINT ticket_timer_clock
          CHECK (clock IN ('accept', 'complete', 'pause', 'first-response', 'return', 'choice', 'stage'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
