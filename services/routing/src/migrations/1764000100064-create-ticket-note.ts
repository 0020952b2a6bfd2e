import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What offices keep beside a ticket: notes that stay as they were written, and links between tickets. */
export class CreateTicketNote1764000100064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_note (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket,
        author text NOT NULL,
        office text NOT NULL,
        at timestamptz NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000)
      )`);
    await runner.query(`CREATE INDEX ticket_note_of_ticket ON ticket_note (ticket_id, id)`);
    await runner.query(`
      CREATE FUNCTION ticket_note_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'notes are only ever added';
      END $$`);
    await runner.query(`
      CREATE TRIGGER ticket_note_append_only BEFORE UPDATE OR DELETE ON ticket_note
      FOR EACH ROW EXECUTE FUNCTION ticket_note_stays()`);
    await runner.query(`
      CREATE TABLE ticket_link (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('duplicate', 'related', 'split')),
        low_id uuid NOT NULL REFERENCES ticket,
        high_id uuid NOT NULL REFERENCES ticket,
        at timestamptz NOT NULL,
        linked_by text NOT NULL,
        removed_at timestamptz,
        removed_by text,
        CHECK (low_id < high_id),
        CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
        CHECK (kind <> 'split' OR removed_at IS NULL)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX ticket_link_once ON ticket_link (low_id, high_id, kind) WHERE removed_at IS NULL`);
    await runner.query(`CREATE INDEX ticket_link_high ON ticket_link (high_id) WHERE removed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
