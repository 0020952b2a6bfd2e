import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The installation's own secret, from which the codes of public tracking are derived: one row, made here at random. */
export class CreateTrackingKey1764000300080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tracking_key (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        key bytea NOT NULL CHECK (length(key) = 32)
      )`);
    // Each UUID brings 122 bits from the server's strong random source.
    await runner.query(`
      INSERT INTO tracking_key (key)
      SELECT sha256(convert_to(string_agg(gen_random_uuid()::text, ''), 'UTF8')) FROM generate_series(1, 4)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
