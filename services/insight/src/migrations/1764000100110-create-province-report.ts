import { createOutboundTables } from '@nqi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the province was told of a city's day: each version as it was sent, under the id it is delivered by. */
export class CreateProvinceReport1764000100110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboundTables(runner);
    await runner.query(`
      CREATE TABLE province_report (
        id uuid PRIMARY KEY,
        city text NOT NULL,
        day date NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        figures jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        UNIQUE (city, day, version)
      )`);
    await runner.query(`CREATE INDEX province_report_latest ON province_report (made_at DESC, id DESC)`);
    // A day's figures are of what was open on it, and of what ended on it.
    await runner.query(`
      CREATE INDEX ticket_fact_ended ON ticket_fact ((coalesce(resolved_at, cancelled_at, 'infinity'::timestamptz)))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
