import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of the queue that people keep under a name. */
export class CreateQueueView1764000100061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A view with an office belongs to the office, whoever made it; without one it is its owner's alone.
    await runner.query(`
      CREATE TABLE queue_view (
        id uuid PRIMARY KEY,
        owner text NOT NULL,
        node_path text,
        name text NOT NULL,
        filter jsonb NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX queue_view_of_person ON queue_view (owner, name) WHERE node_path IS NULL`);
    await runner.query(`
      CREATE UNIQUE INDEX queue_view_of_office ON queue_view (node_path, name) WHERE node_path IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
