import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a workstation's queue needs beside the tickets: finding them by text and by person, and leases. */
export class AddWorkstation1764000100060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A trusted contrib module, as `btree_gist` is: the owner of the database may create it.
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await runner.query(`CREATE INDEX ticket_enterprise_name ON ticket USING gin (enterprise_name gin_trgm_ops)`);
    await runner.query(`CREATE INDEX ticket_number_prefix ON ticket (ticket_no text_pattern_ops)`);
    await runner.query(`CREATE INDEX ticket_assignee ON ticket (assignee) WHERE assignee IS NOT NULL`);
    // Nobody clears a lease that has lapsed: whether one is in force is told by comparing it with the time and with
    // where the ticket is now.
    await runner.query(`
      CREATE TABLE ticket_lease (
        ticket_id uuid PRIMARY KEY REFERENCES ticket,
        node_code text NOT NULL,
        holder text NOT NULL,
        holder_name text NOT NULL,
        claimed_at timestamptz NOT NULL,
        until timestamptz NOT NULL,
        CHECK (until > claimed_at)
      )`);
    await runner.query(`CREATE INDEX ticket_lease_holder ON ticket_lease (holder, until)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
