import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a ticket waits at the hub for a person to place it; such a ticket counts at no desk. */
export class AddTriage1764000100075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket ADD triage text CHECK (triage IN ('NO_CAPABILITY', 'OVERLOADED', 'NODE_CLOSED'))`);
    // The queue is read oldest first and is short beside all tickets.
    await runner.query(`
      CREATE INDEX ticket_triage ON ticket (routed_at, id)
      WHERE triage IS NOT NULL AND status NOT IN ('RESOLVED', 'CANCELLED')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
