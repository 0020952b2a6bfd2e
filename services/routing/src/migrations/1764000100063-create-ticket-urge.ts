import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often an enterprise asked for a ticket to be hurried: once a working day, at most three times. */
export class CreateTicketUrge1764000100063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_urge (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket,
        day date NOT NULL,
        at timestamptz NOT NULL,
        urged_by text NOT NULL,
        message text,
        ticket_version integer NOT NULL,
        CONSTRAINT ticket_urge_once_a_day UNIQUE (ticket_id, day)
      )`);
    await runner.query(`
      ALTER TABLE ticket ADD COLUMN urged smallint NOT NULL DEFAULT 0 CHECK (urged BETWEEN 0 AND 3)`);
    await runner.query(`
      CREATE INDEX ticket_queue_urged ON ticket (node_code, status, (-urged), complete_due_at, id) INCLUDE (sla, domain)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
