import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Acts of the authority that designate a body for mandatory verification in a territory. */
export class CreateDesignation1764000100068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE designation (
        institution_id text NOT NULL REFERENCES institution,
        document_number text NOT NULL,
        services text[] NOT NULL CHECK (services <> '{}'),
        objects text[] CHECK (objects <> '{}'),
        regions text[] NOT NULL CHECK (regions <> '{}'),
        valid_from date NOT NULL,
        valid_until date CHECK (valid_until >= valid_from),
        demo boolean NOT NULL,
        PRIMARY KEY (institution_id, document_number)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
