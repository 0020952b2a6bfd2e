import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests with their items, deliverables and history, and the enterprises that may file. */
export class CreateRequest1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE enterprise (
        uscc text PRIMARY KEY,
        name text NOT NULL,
        region_code text NOT NULL,
        park_code text,
        registered_at timestamptz NOT NULL
      )`);
    // A process takes numbers by the block: the number stands in the event, so it must be known before the insert.
    await runner.query(`CREATE SEQUENCE request_number INCREMENT BY 64`);
    await runner.query(`
      CREATE TABLE request (
        id uuid PRIMARY KEY,
        request_no text NOT NULL,
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        park_code text,
        mode text NOT NULL CHECK (mode IN ('online', 'offline', 'on-site')),
        urgency text NOT NULL CHECK (urgency IN ('normal', 'urgent')),
        package_code text,
        contact_name text NOT NULL,
        contact_phone text NOT NULL,
        filed_by text NOT NULL,
        filed_at_office text,
        filed_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'SUBMITTED'
          CHECK (status IN ('SUBMITTED', 'IN_PROGRESS', 'RETURNED', 'COMPLETED', 'CANCELLED')),
        completed_at timestamptz,
        rating_stars smallint CHECK (rating_stars BETWEEN 1 AND 5),
        rating_reasons text[],
        rated_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        idempotency_key text,
        body_hash text
      ) WITH (fillfactor = 90)`);
    await runner.query(`
      CREATE UNIQUE INDEX request_idempotency ON request (enterprise_uscc, idempotency_key)
      WHERE idempotency_key IS NOT NULL`);
    await runner.query(`CREATE UNIQUE INDEX request_no ON request (request_no text_pattern_ops)`);
    await runner.query(`CREATE INDEX request_of_enterprise ON request (enterprise_uscc, id)`);
    await runner.query(`
      CREATE INDEX request_of_office ON request (filed_at_office, id) WHERE filed_at_office IS NOT NULL`);
    await runner.query(`
      CREATE TABLE request_item (
        id uuid PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES request (id),
        position integer NOT NULL,
        service_code text NOT NULL,
        domain text NOT NULL,
        chosen_institution_id text,
        form jsonb NOT NULL,
        status text NOT NULL DEFAULT 'READY'
          CHECK (status IN ('READY', 'ROUTED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED', 'COMPLETED', 'CANCELLED')),
        ticket_id uuid,
        ticket_no text,
        ticket_version integer NOT NULL DEFAULT 0,
        node_code text,
        node_path text,
        institution_id text,
        institution_name text,
        accept_due_at timestamptz,
        complete_due_at timestamptz,
        accepted_at timestamptz,
        started_at timestamptz,
        returned_for text[]
      ) WITH (fillfactor = 80)`);
    await runner.query(`CREATE INDEX request_item_of_request ON request_item (request_id)`);
    await runner.query(`
      CREATE INDEX request_item_of_node ON request_item (node_path text_pattern_ops, request_id)
      WHERE node_path IS NOT NULL`);
    await runner.query(`
      CREATE TABLE request_deliverable (
        id uuid PRIMARY KEY,
        item_id uuid NOT NULL REFERENCES request_item (id),
        domain text NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        conclusion text NOT NULL,
        issued_at timestamptz NOT NULL,
        valid_until date
      )`);
    await runner.query(`CREATE INDEX request_deliverable_of_item ON request_deliverable (item_id)`);
    await runner.query(`
      CREATE TABLE request_step (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES request (id),
        item_id uuid,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        detail jsonb NOT NULL
      )`);
    await runner.query(`CREATE INDEX request_step_of_request ON request_step (request_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
