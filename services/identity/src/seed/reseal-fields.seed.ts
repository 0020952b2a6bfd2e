import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { FieldCipher } from '@nqi/platform';
import { contactPhonePlace, factorPlace } from '../fields/sealed-places.js';

const AT_ONCE = 500;

/** A column whose values are sealed, and where each value belongs. */
interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly placeOf: (id: string) => string;
}

const COLUMNS: readonly SealedColumn[] = [
  { table: 'organization', column: 'contact_phone', placeOf: contactPhonePlace },
  { table: 'user_account', column: 'factor_secret', placeOf: factorPlace },
  { table: 'user_account', column: 'factor_pending', placeOf: factorPlace },
];

/** Seals with the current key what is in clear or sealed with another one; afterwards older keys may go. */
export async function resealFields(app: INestApplicationContext): Promise<number> {
  const database = app.get(Database);
  const cipher = app.get(FieldCipher);
  let resealed = 0;
  for (const { table, column, placeOf } of COLUMNS) {
    const find = `
      SELECT id::text AS id, ${column} AS value FROM ${table}
      WHERE ${column} IS NOT NULL AND NOT starts_with(${column}, $1) LIMIT ${AT_ONCE} FOR UPDATE`;
    const keep = `
      UPDATE ${table} SET ${column} = given.value
      FROM jsonb_to_recordset($1::jsonb) AS given (id text, value text) WHERE ${table}.id::text = given.id`;
    for (let left = true; left;) {
      left = await database.transaction(async () => {
        const rows = await database.query<{ id: string; value: string }>(find, [cipher.currentPrefix]);
        const sealed = rows.map(({ id, value }) => {
          const text = cipher.open(value, placeOf(id));
          return { id, value: cipher.seal(text, placeOf(id)) };
        });
        if (sealed.length > 0) await database.write(keep, [JSON.stringify(sealed)]);
        resealed += sealed.length;
        return rows.length === AT_ONCE;
      });
    }
  }
  return resealed;
}
