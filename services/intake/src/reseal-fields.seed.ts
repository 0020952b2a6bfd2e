import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { ContactPhones, FieldCipher, resealColumns } from '@nqi/platform';
import { draftPlace } from './drafts/sealed-drafts.js';

/** Seals what was stored in clear, or under a key on its way out. */
export function resealFields(app: INestApplicationContext): Promise<number> {
  const cipher = app.get(FieldCipher);
  const phones = app.get(ContactPhones);
  return resealColumns(app.get(Database), cipher, [
    { table: 'request', column: 'contact_phone', reseal: (value, id) => phones.reseal(value, id) },
    {
      table: 'draft',
      column: 'content',
      reseal: (value, id) => cipher.seal(cipher.open(value, draftPlace(id)), draftPlace(id)),
    },
  ]);
}
