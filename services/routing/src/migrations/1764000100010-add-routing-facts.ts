import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the router's scores look at: who finished what, how well, and for whom. */
export class AddRoutingFacts1764000100010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Only tickets that are over enter these, so that a ticket on its way costs nothing more.
    await runner.query(`
      CREATE INDEX ticket_track_record ON ticket (ended_at) INCLUDE (institution_id, sla)
      WHERE status = 'RESOLVED' AND institution_id IS NOT NULL`);
    await runner.query(`
      CREATE INDEX ticket_earlier_case ON ticket (enterprise_uscc, domain, ended_at DESC, id) INCLUDE (institution_id)
      WHERE status = 'RESOLVED' AND institution_id IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
