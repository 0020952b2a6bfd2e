import { createOutboundTables } from '@nqi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An enterprise's own system is told what becomes of its requests; secrets lie sealed. */
export class CreateWebhook1764000300100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboundTables(runner);
    await runner.query(`
      CREATE TABLE webhook (
        id uuid PRIMARY KEY,
        enterprise_uscc text NOT NULL,
        url text NOT NULL,
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        secret text NOT NULL,
        previous_secret text,
        previous_until timestamptz,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`CREATE INDEX webhook_enterprise ON webhook (enterprise_uscc) WHERE ended_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
