import type { QueryRunner } from 'typeorm';

/**
 * The tables behind `OutboundDeliveries`; a service that sends to systems outside calls this from a migration of its
 * own. A delivery waits from `next_attempt_at`; while somebody sends it, that is when the claim lapses.
 */
export async function createOutboundTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE outbound_delivery (
      id uuid PRIMARY KEY,
      position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      target text NOT NULL,
      lane text NOT NULL,
      type text NOT NULL,
      body text NOT NULL,
      state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DELIVERED', 'PARKED')),
      attempts integer NOT NULL DEFAULT 0,
      claim uuid,
      created_at timestamptz NOT NULL,
      next_attempt_at timestamptz NOT NULL,
      give_up_at timestamptz NOT NULL,
      ended_at timestamptz
    )`);
  await runner.query(`
    CREATE INDEX outbound_delivery_due ON outbound_delivery (next_attempt_at, position) WHERE state = 'WAITING'`);
  await runner.query(`
    CREATE INDEX outbound_delivery_lane ON outbound_delivery (target, lane, position) WHERE state = 'WAITING'`);
  await runner.query(`CREATE INDEX outbound_delivery_log ON outbound_delivery (target, position DESC)`);
  await runner.query(`
    CREATE TABLE outbound_attempt (
      delivery_id uuid NOT NULL REFERENCES outbound_delivery ON DELETE CASCADE,
      number integer NOT NULL,
      at timestamptz NOT NULL,
      took_ms integer NOT NULL,
      status integer,
      told text NOT NULL,
      PRIMARY KEY (delivery_id, number)
    )`);
}
