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
      for (const column of columns) await followOffices(runner, column);
    }

    async down(): Promise<void> {
      throw new Error('migrations go forward only');
    }
  };
}

/**
 * For the migration of a table that comes after `officeMovesMigration`: its column follows from here on, and what is in it
 * already is put right where its office has moved before.
 */
export async function followOffices(
  runner: QueryRunner,
  { table, column, needsIndex = false }: OfficeColumn,
): Promise<void> {
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
  await runner.query(`
    UPDATE ${table} SET ${column} = office_move.path FROM office_move
    WHERE ${column} = ANY (office_move.old_paths)`);
}
