import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of instruments (器具台账): what was verified or calibrated last, and until when it may be used. */
export class CreateInstrument1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instrument (
        id uuid PRIMARY KEY,
        owner_uscc text NOT NULL,
        owner_name text NOT NULL,
        name text NOT NULL,
        ref text NOT NULL,
        serial text NOT NULL,
        model text,
        mandatory boolean NOT NULL,
        conforms boolean,
        valid_until date,
        measured_on date NOT NULL,
        last_number text NOT NULL,
        last_kind text NOT NULL,
        job_id uuid NOT NULL REFERENCES job,
        institution_id text NOT NULL,
        institution_name text NOT NULL,
        node_path text NOT NULL,
        UNIQUE (owner_uscc, ref, name, serial)
      )`);
    await runner.query(`CREATE INDEX instrument_owner ON instrument (owner_uscc, valid_until, id)`);
    await runner.query(`CREATE INDEX instrument_due ON instrument (valid_until, id)`);
    await runner.query(`CREATE INDEX instrument_institution ON instrument (institution_id, valid_until, id)`);
    await runner.query(`CREATE INDEX instrument_node ON instrument (node_path text_pattern_ops, valid_until)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
