import type { Database } from '@nqi/persistence';
import type { FieldCipher } from './field-cipher.js';

const AT_ONCE = 500;

/** A column whose values are sealed. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Names the place that a value is bound to; the row's id unless told otherwise. */
  readonly boundTo?: string;
  /** The same value under the key of now, also when it is in clear. */
  readonly reseal: (value: string, boundTo: string) => string;
}

/** Seals with the current key what is in clear or sealed with another one; afterwards older keys may go. Repeatable. */
export async function resealColumns(
  database: Database,
  cipher: FieldCipher,
  columns: readonly SealedColumn[],
): Promise<number> {
  let resealed = 0;
  for (const { table, column, boundTo = 'id', reseal } of columns) {
    const find = (after: string | undefined) => `
      SELECT id::text AS id, ${boundTo}::text AS bound, ${column} AS value FROM ${table}
      WHERE ${column} IS NOT NULL AND NOT starts_with(${column}, $1) ${after === undefined ? '' : 'AND id > $2'}
      ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE`;
    // Rows of the table's own types, so that they are found by its key.
    const keep = `
      UPDATE ${table} SET ${column} = given.${column}
      FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS given WHERE ${table}.id = given.id`;
    let after: string | undefined;
    do {
      const values = [cipher.currentPrefix, ...(after === undefined ? [] : [after])];
      const found = find(after);
      const ids = await database.transaction(async () => {
        const rows = await database.query<{ id: string; bound: string; value: string }>(found, values);
        const sealed = rows.map(({ id, bound, value }) => ({ id, [column]: reseal(value, bound) }));
        if (sealed.length > 0) await database.write(keep, [JSON.stringify(sealed)]);
        return rows.map(({ id }) => id);
      });
      resealed += ids.length;
      after = ids.length === AT_ONCE ? ids.at(-1) : undefined;
    } while (after !== undefined);
  }
  return resealed;
}
