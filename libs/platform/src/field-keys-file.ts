import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { FieldCipher } from './field-cipher.js';
import { createSecretFile } from './secret-file.js';
import { SettingsError } from './settings.js';

interface StoredKey {
  readonly id: string;
  readonly key: string;
}

/** The cipher of the keys in a file (`{"keys": [{"id", "key": base64 of 32 bytes}, …]}`, the first seals); made when missing. */
export async function loadFieldCipher(file: string): Promise<FieldCipher> {
  await createSecretFile(file, async () => {
    const key = { id: `k${randomBytes(4).toString('hex')}`, key: randomBytes(32).toString('base64') };
    return JSON.stringify({ keys: [key] }, null, 2);
  });
  try {
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: StoredKey[] };
    return new FieldCipher(keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })));
  } catch (error) {
    throw new SettingsError([`the key file ${file} cannot be used: ${String(error)}`]);
  }
}
