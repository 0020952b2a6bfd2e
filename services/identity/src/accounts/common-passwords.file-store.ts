import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const HASH_BYTES = 5;
const FILE = new URL('../../data/common-passwords.bin', import.meta.url);

/** Passwords known from leaks, as sorted beginnings of their hashes (data/README.md). */
export class CommonPasswords {
  private constructor(private readonly hashes: Buffer) {}

  static load(): CommonPasswords {
    return new CommonPasswords(readFileSync(FILE));
  }

  /** Without regard to case. One in four million unknown passwords is taken for a known one. */
  has(password: string): boolean {
    const wanted = createHash('sha256')
      .update(password.normalize('NFKC').toLowerCase())
      .digest()
      .subarray(0, HASH_BYTES);
    let from = 0;
    let to = this.hashes.length / HASH_BYTES;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const order = wanted.compare(this.hashes, middle * HASH_BYTES, (middle + 1) * HASH_BYTES);
      if (order === 0) return true;
      if (order < 0) to = middle;
      else from = middle + 1;
    }
    return false;
  }
}
