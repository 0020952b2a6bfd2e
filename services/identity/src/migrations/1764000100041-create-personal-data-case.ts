import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants their data, or wants it gone, and what the services have answered so far. */
export class CreatePersonalDataCase1764000100041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_data_case (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('export', 'erasure')),
        user_id uuid NOT NULL REFERENCES user_account,
        username text,
        requested_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        told_at timestamptz,
        expires_at timestamptz,
        done_at timestamptz,
        downloaded_at timestamptz,
        pseudonym text,
        private_key text,
        receipt_hash bytea UNIQUE,
        CHECK ((kind = 'export') = (expires_at IS NOT NULL)),
        CHECK ((kind = 'erasure') = (pseudonym IS NOT NULL AND receipt_hash IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX personal_data_case_user ON personal_data_case (user_id)`);
    await runner.query(`CREATE INDEX personal_data_case_due ON personal_data_case (due_at) WHERE told_at IS NULL`);
    await runner.query(`
      CREATE TABLE personal_data_part (
        case_id uuid NOT NULL REFERENCES personal_data_case,
        service text NOT NULL,
        part integer NOT NULL,
        parts integer NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (case_id, service, part)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
