import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per ticket, one per request, and the names of offices: everything the figures are counted from. */
export class CreateFacts1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_fact (
        ticket_id uuid PRIMARY KEY,
        version integer NOT NULL,
        request_id uuid NOT NULL,
        domain text NOT NULL,
        service_code text NOT NULL,
        enterprise_uscc text NOT NULL,
        node_code text NOT NULL,
        node_path text NOT NULL,
        institution_id text NOT NULL,
        status text NOT NULL,
        day date,
        routed_at timestamptz,
        accept_due_at timestamptz,
        complete_due_at timestamptz,
        accepted_at timestamptz,
        accept_minutes integer,
        accepted_on_time boolean,
        resolved_at timestamptz,
        complete_minutes integer,
        completed_on_time boolean,
        transfers integer NOT NULL DEFAULT 0,
        returns integer NOT NULL DEFAULT 0,
        breaches integer NOT NULL DEFAULT 0,
        seen_at timestamptz NOT NULL
      ) WITH (fillfactor = 80)`);
    await runner.query(`CREATE INDEX ticket_fact_day ON ticket_fact (day, node_path text_pattern_ops)`);
    await runner.query(`CREATE INDEX ticket_fact_node ON ticket_fact (node_path text_pattern_ops, day)`);
    await runner.query(`CREATE INDEX ticket_fact_seen ON ticket_fact (seen_at)`);
    await runner.query(`
      CREATE TABLE request_fact (
        request_id uuid PRIMARY KEY,
        enterprise_uscc text NOT NULL,
        region_code text NOT NULL,
        filed_at timestamptz,
        completed_at timestamptz,
        cancelled_at timestamptz,
        stars integer
      )`);
    await runner.query(`
      CREATE TABLE node_name (
        code text PRIMARY KEY,
        name_zh text NOT NULL,
        name_en text NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
