import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for serving an item, and what became of it. */
export class CreateQuote1764000300120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quote (
        id uuid PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES request (id),
        item_id uuid NOT NULL REFERENCES request_item (id),
        service_name_zh text NOT NULL,
        service_name_en text NOT NULL,
        lines jsonb NOT NULL,
        total_fen bigint NOT NULL CHECK (total_fen > 0),
        valid_until date NOT NULL,
        expires_at timestamptz NOT NULL,
        remark text,
        offered_by text NOT NULL,
        offered_at timestamptz NOT NULL,
        status text NOT NULL
          CHECK (status IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'REPLACED')),
        remind_at timestamptz,
        next_due_at timestamptz,
        ended_by text,
        ended_at timestamptz,
        reason text,
        version integer NOT NULL
      )`);
    // One price at a time: neither a second offer beside an open one nor one behind what was agreed.
    await runner.query(`
      CREATE UNIQUE INDEX quote_standing ON quote (item_id) WHERE status IN ('OFFERED', 'ACCEPTED')`);
    await runner.query(`CREATE INDEX quote_of_item ON quote (item_id, id)`);
    await runner.query(`CREATE INDEX quote_of_request ON quote (request_id, id)`);
    await runner.query(`CREATE INDEX quote_due ON quote (next_due_at) WHERE next_due_at IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
