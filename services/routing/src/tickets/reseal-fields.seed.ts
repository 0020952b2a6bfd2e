import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { ContactPhones, FieldCipher, resealColumns } from '@nqi/platform';

/** Seals what was stored in clear, or under a key on its way out. */
export function resealFields(app: INestApplicationContext): Promise<number> {
  const phones = app.get(ContactPhones);
  const column = 'contact_phone';
  return resealColumns(app.get(Database), app.get(FieldCipher), [
    { table: 'ticket', column, boundTo: 'request_id', reseal: (value, requestId) => phones.reseal(value, requestId) },
  ]);
}
