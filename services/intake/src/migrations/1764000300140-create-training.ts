import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trainings and events that enterprises sign up for; whoever comes is the enterprise's business, so no person is named. */
export class CreateTraining1764000300140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE training (
        id uuid PRIMARY KEY,
        title text NOT NULL,
        summary text NOT NULL,
        place text NOT NULL,
        host_code text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        sign_up_until timestamptz NOT NULL,
        capacity integer NOT NULL CHECK (capacity > 0),
        status text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CANCELLED')),
        cancelled_for text,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`CREATE INDEX training_start ON training (starts_at, id)`);
    await runner.query(`
      CREATE TABLE training_sign_up (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        training_id uuid NOT NULL REFERENCES training,
        enterprise_uscc text NOT NULL,
        enterprise_name text NOT NULL,
        seats integer NOT NULL CHECK (seats > 0),
        status text NOT NULL CHECK (status IN ('CONFIRMED', 'WAITING', 'LEFT', 'ATTENDED', 'ABSENT')),
        signed_up_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX training_sign_up_order ON training_sign_up (training_id, position)`);
    // An enterprise stands once in a training, whatever comes in parallel.
    await runner.query(`
      CREATE UNIQUE INDEX training_sign_up_once ON training_sign_up (training_id, enterprise_uscc)
      WHERE status <> 'LEFT'`);
    await runner.query(`CREATE INDEX training_sign_up_enterprise ON training_sign_up (enterprise_uscc, training_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
