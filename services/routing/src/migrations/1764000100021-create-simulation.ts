import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of the policy lab. */
export class CreateSimulation1764000100021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE simulation (
        id uuid PRIMARY KEY,
        status text NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
        question jsonb NOT NULL,
        requested_by text NOT NULL,
        created_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        held_until timestamptz,
        finished_at timestamptz,
        report jsonb,
        failure text
      )`);
    await runner.query(`CREATE INDEX simulation_open ON simulation (created_at) WHERE status IN ('QUEUED', 'RUNNING')`);
    // Decisions are stored in the order of their instants; a summary per range costs the hot path next to nothing.
    await runner.query(`CREATE INDEX routing_decision_time ON routing_decision USING brin (decided_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
