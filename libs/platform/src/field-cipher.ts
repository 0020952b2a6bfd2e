import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const PREFIX = 'enc:';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export interface FieldKey {
  /** Stands in every value that the key has sealed. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/**
 * Encrypts single fields (AES-256-GCM). The first key seals; all open. A sealed value is bound to its place (table,
 * column and row), so that it cannot be moved to another one.
 */
export class FieldCipher {
  private readonly byId: ReadonlyMap<string, Buffer>;
  private readonly current: FieldKey;

  /** Throws RangeError for no key, a key of another length, and an id that cannot stand in a value. */
  constructor(keys: readonly FieldKey[]) {
    const [first] = keys;
    if (!first) throw new RangeError('no field key');
    for (const { id, key } of keys) {
      if (key.length !== KEY_BYTES)
        throw new RangeError(`field key ${id} has ${key.length} bytes instead of ${KEY_BYTES}`);
      if (!/^[A-Za-z0-9._-]{1,40}$/.test(id)) throw new RangeError(`"${id}" cannot be the id of a field key`);
    }
    this.current = first;
    this.byId = new Map(keys.map(({ id, key }) => [id, key]));
  }

  seal(text: string, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.current.key, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${PREFIX}${this.current.id}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
  }

  /** The text of a sealed value; one from before sealing is returned as it is. Throws when it was tampered with. */
  open(value: string, place: string): string {
    if (!value.startsWith(PREFIX)) return value;
    const [, id = '', content = ''] = value.split(':');
    const key = this.byId.get(id);
    if (!key) throw new Error(`field key ${id} is not among the keys`);
    const bytes = Buffer.from(content, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** False for values that are in clear or sealed with a key that is on its way out. */
  isCurrent(value: string): boolean {
    return value.startsWith(this.currentPrefix);
  }

  /** How values of the current key begin. */
  get currentPrefix(): string {
    return `${PREFIX}${this.current.id}:`;
  }
}
