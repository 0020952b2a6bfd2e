import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A choice that waits for its client has a ladder of its own. What waited before keeps its running clocks. */
export class AddChoiceTimers1764000100090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket_timer
        DROP CONSTRAINT ticket_timer_clock,
        ADD CONSTRAINT ticket_timer_clock
          CHECK (clock IN ('accept', 'complete', 'pause', 'first-response', 'return', 'choice'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
