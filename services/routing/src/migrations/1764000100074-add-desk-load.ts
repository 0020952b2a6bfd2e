import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counters of open tickets, one row per desk (an office or an institution) that has a limit; a desk without one has no
 * row and costs nothing. Offices that were given a limit while nothing kept to it start with what they hold now.
 */
export class AddDeskLoad1764000100074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE institution ADD capacity integer CHECK (capacity > 0)`);
    await runner.query(`
      CREATE TABLE desk_load (
        desk text PRIMARY KEY,
        capacity integer NOT NULL CHECK (capacity > 0),
        open integer NOT NULL CHECK (open >= 0)
      )`);
    await runner.query(`
      INSERT INTO desk_load (desk, capacity, open)
      SELECT n.code, n.capacity,
        (SELECT count(*) FROM ticket t WHERE t.node_code = n.code AND t.status NOT IN ('RESOLVED', 'CANCELLED'))
      FROM service_node n WHERE n.capacity IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
