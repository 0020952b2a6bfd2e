import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the ledger keeps: one line per effect, in the order the effects were committed. */
export class CreateLedger1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE effect (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key text NOT NULL,
        item integer NOT NULL,
        by_process integer NOT NULL
      )`);
    await runner.query(`CREATE TABLE said (id uuid PRIMARY KEY, key text NOT NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
