import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that make a service's messaging reliable; every service with a database lists this migration first. */
export class CreateMessaging1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL,
        topic text NOT NULL,
        key text NOT NULL,
        type text NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        traceparent text,
        headers jsonb,
        payload bytea NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
    await runner.query(`
      CREATE TABLE inbox (
        event_id uuid PRIMARY KEY,
        received_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE dead_letter (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL,
        topic text NOT NULL,
        partition integer NOT NULL,
        message_offset bigint NOT NULL,
        key text,
        type text,
        headers jsonb NOT NULL,
        payload bytea NOT NULL,
        error_code text NOT NULL,
        error_message text NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now(),
        status text NOT NULL DEFAULT 'parked' CHECK (status IN ('parked', 'replayed', 'discarded')),
        settled_at timestamptz,
        settled_by text,
        settled_reason text,
        UNIQUE (topic, partition, message_offset)
      )`);
    await runner.query(`CREATE INDEX dead_letter_parked ON dead_letter (parked_at) WHERE status = 'parked'`);
    await runner.query(`CREATE INDEX inbox_received_at ON inbox USING brin (received_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
