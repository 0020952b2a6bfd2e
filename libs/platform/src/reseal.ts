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
    const find = `
      SELECT id::text AS id, ${boundTo}::text AS bound, ${column} AS value FROM ${table}
      WHERE ${column} IS NOT NULL AND NOT starts_with(${column}, $1) LIMIT ${AT_ONCE} FOR UPDATE`;
    const keep = `
      UPDATE ${table} SET ${column} = given.value
      FROM jsonb_to_recordset($1::jsonb) AS given (id text, value text) WHERE ${table}.id::text = given.id`;
    for (let left = true; left;) {
      left = await database.transaction(async () => {
        const rows = await database.query<{ id: string; bound: string; value: string }>(find, [cipher.currentPrefix]);
        const sealed = rows.map(({ id, bound, value }) => ({ id, value: reseal(value, bound) }));
        if (sealed.length > 0) await database.write(keep, [JSON.stringify(sealed)]);
        resealed += sealed.length;
        return rows.length === AT_ONCE;
      });
    }
  }
  return resealed;
}
