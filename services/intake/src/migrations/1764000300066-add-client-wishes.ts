import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which day the client wants the work, and whether it leaves the choice of the institution to the platform. */
export class AddClientWishes1764000300066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE request ADD wanted_date date`);
    await runner.query(`ALTER TABLE request_item ADD recommended_by_platform boolean NOT NULL DEFAULT false`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
