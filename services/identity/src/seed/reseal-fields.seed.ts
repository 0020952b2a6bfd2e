import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { FieldCipher, resealColumns, type SealedColumn } from '@nqi/platform';
import { contactPhonePlace, factorPlace } from '../fields/sealed-places.js';

/** Seals with the current key what is in clear or sealed with another one. */
export function resealFields(app: INestApplicationContext): Promise<number> {
  const cipher = app.get(FieldCipher);
  const bound = (table: string, column: string, placeOf: (id: string) => string): SealedColumn => ({
    table,
    column,
    reseal: (value, id) => cipher.seal(cipher.open(value, placeOf(id)), placeOf(id)),
  });
  return resealColumns(app.get(Database), cipher, [
    bound('organization', 'contact_phone', contactPhonePlace),
    bound('user_account', 'factor_secret', factorPlace),
    bound('user_account', 'factor_pending', factorPlace),
  ]);
}
