import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the enterprise was told that a voucher ends soon. */
export class RemindVouchers1764000300180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE voucher ADD COLUMN reminded_at timestamptz`);
    await runner.query(`
      CREATE INDEX voucher_to_remind ON voucher (expires_at) WHERE status = 'GRANTED' AND reminded_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
