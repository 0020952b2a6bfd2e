import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ladder of a late ticket: its rungs and the end of a pause are timers like the others, found by due time. */
export class AddEscalationLadder1764000100050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket
        ADD COLUMN priority smallint NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 3),
        ADD COLUMN escalations jsonb NOT NULL DEFAULT '[]'`);
    // What a timer of a clock is for is a rung of the ladder, and those are data of the service.
    await runner.query(`
      ALTER TABLE ticket_timer
        DROP CONSTRAINT ticket_timer_clock_check,
        DROP CONSTRAINT ticket_timer_kind_check,
        ADD CONSTRAINT ticket_timer_clock CHECK (clock IN ('accept', 'complete', 'pause')),
        ADD CONSTRAINT ticket_timer_kind CHECK (kind ~ '^[a-z][a-z0-9-]{0,39}$')`);
    await runner.query(`
      CREATE INDEX ticket_queue_priority ON ticket (node_code, status, (-priority), complete_due_at, id)
      INCLUDE (sla, domain)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
