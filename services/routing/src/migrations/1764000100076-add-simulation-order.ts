import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of runs is read newest first. */
export class AddSimulationOrder1764000100076 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX simulation_newest ON simulation (created_at DESC, id DESC)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
