import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { FieldCipher, SettingsError } from '@nqi/platform';
import { createSecretFile } from './secret.file-store.js';

interface StoredKey {
  readonly id: string;
  readonly key: string;
}

/** The cipher of the keys in FIELD_KEY_FILE (`{"keys": [{"id", "key": base64 of 32 bytes}, …]}`, the first seals); made when missing. */
export async function loadFieldCipher(file: string): Promise<FieldCipher> {
  await createSecretFile(file, async () => {
    const key = { id: `k${randomBytes(4).toString('hex')}`, key: randomBytes(32).toString('base64') };
    return JSON.stringify({ keys: [key] }, null, 2);
  });
  try {
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: StoredKey[] };
    return new FieldCipher(keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })));
  } catch (error) {
    throw new SettingsError([`FIELD_KEY_FILE ${file} cannot be used: ${String(error)}`]);
  }
}
