import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packages have an order; what waits for another item is WAITING, and what was promised for it is kept until then. */
export class AddPackagePlan1764000300070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE service_package ADD legs jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE request ADD plan jsonb, ADD promised_days integer CHECK (promised_days >= 0)`);
    await runner.query(`ALTER TABLE request_item DROP CONSTRAINT request_item_status_check`);
    await runner.query(`
      ALTER TABLE request_item ADD CONSTRAINT request_item_status_check CHECK (status IN (
        'WAITING', 'READY', 'ROUTED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED', 'COMPLETED', 'CANCELLED'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
