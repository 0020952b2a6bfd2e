import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets with their history, decision and timers. */
export class CreateTicket1764000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket (
        id uuid PRIMARY KEY,
        ticket_no text NOT NULL CONSTRAINT ticket_number UNIQUE,
        request_id uuid NOT NULL,
        request_no text NOT NULL,
        item_id uuid NOT NULL CONSTRAINT ticket_item UNIQUE,
        service_code text NOT NULL,
        service_name_zh text NOT NULL,
        service_name_en text NOT NULL,
        domain text NOT NULL,
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        contact_name text NOT NULL,
        contact_phone text NOT NULL,
        region_code text NOT NULL,
        park_code text,
        mode text NOT NULL,
        urgency text NOT NULL,
        form json NOT NULL,
        node_code text NOT NULL,
        node_path text NOT NULL,
        institution_id text,
        institution_name text,
        institution_choice text NOT NULL CHECK (institution_choice IN ('statutory', 'client', 'platform', 'none')),
        status text NOT NULL CHECK (status IN
          ('ROUTED', 'ACCEPTED', 'IN_PROGRESS', 'PAUSED', 'RETURNED', 'RESOLVED', 'CANCELLED')),
        resumes_to text,
        pause_reason text,
        returned_for text[],
        assignee text,
        job_id uuid,
        resolution text,
        accept_limit_days integer NOT NULL,
        complete_limit_days integer NOT NULL,
        segments jsonb NOT NULL,
        accept_mark text NOT NULL,
        complete_mark text NOT NULL,
        accept_due_at timestamptz NOT NULL,
        complete_due_at timestamptz NOT NULL,
        due_estimated boolean NOT NULL,
        sla text NOT NULL CHECK (sla IN ('ON_TIME', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET', 'MISSED')),
        filed_at timestamptz NOT NULL,
        routed_at timestamptz NOT NULL,
        accepted_at timestamptz,
        ended_at timestamptz,
        version integer NOT NULL,
        CHECK ((institution_id IS NULL) = (institution_name IS NULL))
      )`);
    // A queue is read per office and status, in the order of one of two times, a page at a time. What it is filtered by
    // rides along, so that tickets which do not fit are passed over without a look at their rows.
    await runner.query(`
      CREATE INDEX ticket_queue_due ON ticket (node_code, status, complete_due_at, id) INCLUDE (sla, domain)`);
    await runner.query(`
      CREATE INDEX ticket_queue_routed ON ticket (node_code, status, routed_at, id) INCLUDE (sla, domain)`);
    // Late and endangered tickets are few among many, so they are found by what they are.
    await runner.query(`
      CREATE INDEX ticket_queue_sla ON ticket (node_code, sla, complete_due_at, id) INCLUDE (status, domain)`);
    await runner.query(`CREATE INDEX ticket_request ON ticket (request_id)`);
    await runner.query(`CREATE INDEX ticket_enterprise ON ticket (enterprise_uscc)`);
    await runner.query(`
      CREATE INDEX ticket_institution_open ON ticket (institution_id)
      WHERE status NOT IN ('RESOLVED', 'CANCELLED') AND institution_id IS NOT NULL`);
    await runner.query(`
      CREATE TABLE ticket_history (
        ticket_id uuid NOT NULL REFERENCES ticket,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        event text NOT NULL,
        actor text NOT NULL,
        detail jsonb NOT NULL,
        PRIMARY KEY (ticket_id, version)
      )`);
    await runner.query(`
      CREATE TABLE routing_decision (
        ticket_id uuid PRIMARY KEY REFERENCES ticket,
        decided_at timestamptz NOT NULL,
        rule_set text NOT NULL,
        network_version bigint NOT NULL,
        input_hash text NOT NULL,
        decision json NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE ticket_timer (
        ticket_id uuid NOT NULL REFERENCES ticket,
        clock text NOT NULL CHECK (clock IN ('accept', 'complete')),
        kind text NOT NULL CHECK (kind IN ('at-risk', 'breach')),
        due_at timestamptz,
        fired_at timestamptz,
        PRIMARY KEY (ticket_id, clock, kind)
      )`);
    await runner.query(`
      CREATE INDEX ticket_timer_due ON ticket_timer (due_at) WHERE fired_at IS NULL AND due_at IS NOT NULL`);
    // Items withdrawn before they had a ticket, as happens when a parked event is replayed late: they get none.
    await runner.query(`
      CREATE TABLE withdrawn_item (
        item_id uuid PRIMARY KEY,
        withdrawn_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE SEQUENCE ticket_number_seq`);
    // Where the sequence stood when a day began, so that numbers start at 1 every day.
    await runner.query(`
      CREATE TABLE ticket_number_day (
        day date PRIMARY KEY,
        base bigint NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
