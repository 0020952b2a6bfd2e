import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Timers for tickets that were late or paused before there was a ladder, so that none of them waits for nothing. SQL
 * knows no working days: each is set later than its rung, by more than the longest holiday, or than the longest pause.
 */
export class SetMissingTimers1764000100051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO ticket_timer (ticket_id, clock, kind, due_at)
      SELECT id, 'accept', 'overdue-1', accept_due_at + interval '15 days' FROM ticket
      WHERE status = 'ROUTED' AND accepted_at IS NULL AND accept_mark = 'breached'
      UNION ALL
      SELECT id, 'complete', 'overdue-1', complete_due_at + interval '15 days' FROM ticket
      WHERE status IN ('ROUTED', 'ACCEPTED', 'IN_PROGRESS') AND complete_mark = 'breached'
      UNION ALL
      SELECT id, 'pause', 'resume-' || (jsonb_array_length(segments) - 1), now() + interval '120 days' FROM ticket
      WHERE status = 'PAUSED'
      ON CONFLICT DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
