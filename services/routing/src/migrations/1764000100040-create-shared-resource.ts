import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shared resources and their bookings. */
export class CreateSharedResource1764000100040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A trusted contrib module of every PostgreSQL package and image: the owner of the database may create it.
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await runner.query(`
      CREATE TABLE shared_resource (
        id uuid PRIMARY KEY,
        no text NOT NULL CONSTRAINT shared_resource_no UNIQUE,
        kind text NOT NULL CHECK (kind IN ('INSTRUMENT', 'BENCH', 'VEHICLE', 'EXPERT')),
        name_zh text NOT NULL,
        name_en text NOT NULL,
        owner_id text NOT NULL REFERENCES institution,
        node_code text NOT NULL REFERENCES service_node,
        location text NOT NULL,
        capability text NOT NULL,
        service_codes text[] NOT NULL,
        fee_fen integer NOT NULL CHECK (fee_fen >= 0),
        fee_per text NOT NULL CHECK (fee_per IN ('HOUR', 'DAY', 'TIME')),
        calibrated_until date,
        windows jsonb NOT NULL,
        slot_minutes integer NOT NULL CHECK (slot_minutes BETWEEN 15 AND 1440),
        state text NOT NULL CHECK (state IN ('IN_SERVICE', 'MAINTENANCE', 'RETIRED')),
        demo boolean NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX shared_resource_service ON shared_resource USING gin (service_codes)`);
    await runner.query(`CREATE INDEX shared_resource_owner ON shared_resource (owner_id)`);
    await runner.query(`CREATE SEQUENCE booking_number_seq`);
    // The one guarantee against double booking: whatever code or person writes, two live bookings of a resource never
    // share an instant.
    await runner.query(`
      CREATE TABLE booking (
        id uuid PRIMARY KEY,
        number bigint NOT NULL DEFAULT nextval('booking_number_seq') UNIQUE,
        resource_id uuid NOT NULL REFERENCES shared_resource,
        owner_id text NOT NULL REFERENCES institution,
        during tstzrange NOT NULL,
        booker_kind text NOT NULL CHECK (booker_kind IN ('enterprise', 'node', 'institution')),
        booker_id text NOT NULL,
        booker_name text NOT NULL,
        requested_by text NOT NULL,
        purpose text NOT NULL,
        ticket_id uuid REFERENCES ticket,
        fee_fen bigint NOT NULL,
        status text NOT NULL CHECK (status IN
          ('REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW', 'CANCELLED')),
        checked_in_at timestamptz,
        ended_at timestamptz,
        version integer NOT NULL,
        CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)
          AND lower_inc(during) AND NOT upper_inc(during)),
        CONSTRAINT booking_never_double EXCLUDE USING gist (resource_id WITH =, during WITH &&)
          WHERE (status IN ('REQUESTED', 'CONFIRMED', 'CHECKED_IN'))
      )`);
    await runner.query(`CREATE INDEX booking_booker ON booking (booker_id, id)`);
    await runner.query(`CREATE INDEX booking_owner ON booking (owner_id, id)`);
    await runner.query(`CREATE INDEX booking_resource ON booking (resource_id, id)`);
    await runner.query(`CREATE INDEX booking_ticket ON booking (ticket_id) WHERE ticket_id IS NOT NULL`);
    await runner.query(`
      CREATE TABLE booking_history (
        booking_id uuid NOT NULL REFERENCES booking,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        status text NOT NULL,
        actor text NOT NULL,
        reason text,
        PRIMARY KEY (booking_id, version)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
