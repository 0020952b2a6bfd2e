import { createOutboundTables } from '@nqi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was handed up to the platform of the province, what it was sent, and every word of it that came back. */
export class CreateProvinceHandover1764000100110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboundTables(runner);
    await runner.query(`ALTER TABLE ticket ADD handed_up_at timestamptz`);
    // What waits at the province's office to be handed up is little beside all tickets.
    await runner.query(`
      CREATE INDEX ticket_waits_upwards ON ticket (routed_at)
      WHERE status = 'ROUTED' AND handed_up_at IS NULL AND triage IS NULL AND node_path NOT LIKE '%/%'`);
    await runner.query(`
      CREATE TABLE province_handover (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket,
        version integer NOT NULL,
        state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'RESOLVED', 'REFUSED', 'WITHDRAWN')),
        handed_at timestamptz NOT NULL,
        sequence integer NOT NULL DEFAULT 0,
        status text,
        reference text,
        heard_at timestamptz,
        asked_at timestamptz,
        ended_at timestamptz,
        UNIQUE (ticket_id, version)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX province_handover_open ON province_handover (ticket_id) WHERE state = 'OPEN'`,
    );
    await runner.query(`
      CREATE INDEX province_handover_silent ON province_handover ((greatest(handed_at, heard_at, asked_at)))
      WHERE state = 'OPEN'`);
    await runner.query(`
      CREATE TABLE province_word (
        message_id text PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        ticket_id uuid NOT NULL REFERENCES ticket,
        version integer NOT NULL,
        sequence integer NOT NULL,
        status text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('CALLBACK', 'POLL')),
        body jsonb NOT NULL,
        heard_at timestamptz NOT NULL,
        outcome text
      )`);
    await runner.query(`CREATE INDEX province_word_ticket ON province_word (ticket_id, version, position)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
