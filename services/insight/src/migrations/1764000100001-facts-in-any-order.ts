import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets a row come out the same in whatever order its events arrive: each part that changes back and forth knows the
 * version it is of, and the status follows from the parts. Freshness gets a place of its own, because an index on a
 * column that every event changes made every update write to all indexes.
 */
export class FactsInAnyOrder1764000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket_fact
        ADD COLUMN cancelled_at timestamptz,
        ADD COLUMN returned_at timestamptz,
        ADD COLUMN return_version integer NOT NULL DEFAULT 0,
        ADD COLUMN due_version integer NOT NULL DEFAULT 0`);
    await runner.query(`
      UPDATE ticket_fact SET
        cancelled_at = CASE WHEN status = 'CANCELLED' THEN seen_at END,
        returned_at = CASE WHEN status = 'RETURNED' THEN seen_at END,
        return_version = version,
        due_version = version`);
    await runner.query(`ALTER TABLE ticket_fact DROP COLUMN status`);
    await runner.query(`
      ALTER TABLE ticket_fact ADD COLUMN status text NOT NULL GENERATED ALWAYS AS (
        CASE
          WHEN resolved_at IS NOT NULL THEN 'RESOLVED'
          WHEN cancelled_at IS NOT NULL THEN 'CANCELLED'
          WHEN returned_at IS NOT NULL THEN 'RETURNED'
          WHEN accepted_at IS NOT NULL THEN 'ACCEPTED'
          ELSE 'WAITING'
        END) STORED`);
    await runner.query(`
      CREATE TABLE progress (
        topic text NOT NULL,
        partition integer NOT NULL,
        as_of timestamptz NOT NULL,
        PRIMARY KEY (topic, partition)
      ) WITH (fillfactor = 20)`);
    await runner.query(`
      INSERT INTO progress
      SELECT 'nqi.routing.ticket.v1', 0, max(seen_at) FROM ticket_fact HAVING max(seen_at) IS NOT NULL`);
    await runner.query(`ALTER TABLE ticket_fact DROP COLUMN seen_at`);
    await runner.query(`CREATE INDEX ticket_fact_request ON ticket_fact (request_id)`);
    await runner.query(`CREATE INDEX request_fact_filed ON request_fact (filed_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
