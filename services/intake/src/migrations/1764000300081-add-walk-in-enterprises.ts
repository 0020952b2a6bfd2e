import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff file for an enterprise that stands at the counter and is not registered; once it is, the request is its own. */
export class AddWalkInEnterprises1764000300081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE request ADD enterprise_unverified boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE INDEX request_unverified ON request (enterprise_uscc) WHERE enterprise_unverified`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
