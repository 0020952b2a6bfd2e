import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs in words, one per request, until they are turned into items or come to nothing. */
export class CreateDemand1764000300111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demand (
        request_id uuid PRIMARY KEY REFERENCES request,
        request_no text NOT NULL,
        item_id uuid NOT NULL UNIQUE REFERENCES request_item,
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        park_code text,
        node_path text NOT NULL,
        text text NOT NULL,
        opened_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('OPEN', 'PROPOSED', 'CONFIRMED', 'CLOSED')),
        proposal jsonb,
        declined jsonb NOT NULL DEFAULT '[]',
        closed_for text,
        due_at timestamptz,
        next_due_at timestamptz,
        version integer NOT NULL,
        CHECK (status NOT IN ('PROPOSED', 'CONFIRMED') OR proposal IS NOT NULL),
        CHECK ((status IN ('OPEN', 'PROPOSED')) = (due_at IS NOT NULL AND next_due_at IS NOT NULL)),
        CHECK ((status = 'CLOSED') = (closed_for IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX demand_due ON demand (next_due_at) WHERE next_due_at IS NOT NULL`);
    await runner.query(`CREATE INDEX demand_enterprise ON demand (enterprise_uscc, request_id DESC)`);
    await runner.query(`CREATE INDEX demand_status ON demand (status, request_id DESC)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
