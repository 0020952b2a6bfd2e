import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A column that holds paths of offices (or also other audiences) and has to stay right when an office moves. */
export interface OfficeColumn {
  readonly table: string;
  readonly column: string;
  /** True for a column that no index begins with yet: rows of a moved office are found by it. */
  readonly needsIndex?: boolean;
}

/**
 * Makes the columns of a service follow moved offices, whatever order events come in: a path written later, by an event
 * from before the move, is put right as it is written. The same columns go to `OfficeMovesModule.follow`.
 */
export function officeMovesMigration(columns: readonly OfficeColumn[]): new () => MigrationInterface {
  return class CreateOfficeMoves1764000400078 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      // Holds offices that have moved only, so it is small or empty.
      await runner.query(`
        CREATE TABLE office_move (
          code text PRIMARY KEY,
          path text NOT NULL,
          old_paths text[] NOT NULL,
          moved_at timestamptz NOT NULL,
          noted_at timestamptz NOT NULL,
          due_at timestamptz
        )`);
      await runner.query(`CREATE INDEX office_move_due ON office_move (due_at) WHERE due_at IS NOT NULL`);
      for (const { table, column, needsIndex = false } of columns) {
        if (needsIndex) await runner.query(`CREATE INDEX ${table}_${column} ON ${table} (${column})`);
        await runner.query(`
          CREATE FUNCTION ${table}_follows_offices() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            NEW.${column} := coalesce(
              (SELECT path FROM office_move WHERE code = substring(NEW.${column} FROM '[^/]+$')), NEW.${column});
            RETURN NEW;
          END $$`);
        await runner.query(`
          CREATE TRIGGER ${table}_follows_offices BEFORE INSERT OR UPDATE OF ${column} ON ${table}
          FOR EACH ROW EXECUTE FUNCTION ${table}_follows_offices()`);
      }
    }

    async down(): Promise<void> {
      throw new Error('migrations go forward only');
    }
  };
}
