// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Makes common-passwords.bin of a list with one password per line: `node make-common-passwords.mjs <list>`. Kept are
 * those that the other rules let pass (8 characters or more, letters and digits, or 16 and more), as the first five
 * bytes of SHA-256 of their lower case, sorted.
 */
const BYTES = 5;
const lines = readFileSync(process.argv[2] ?? '', 'utf8').split(/\r?\n/);
const kept = lines.filter((line) => line.length >= 16 || (line.length >= 8 && /\p{L}/u.test(line) && /\d/.test(line)));
const hashes = new Set(
  kept.map((line) =>
    createHash('sha256')
      .update(line.normalize('NFKC').toLowerCase())
      .digest('hex')
      .slice(0, 2 * BYTES),
  ),
);
const file = join(dirname(fileURLToPath(import.meta.url)), 'common-passwords.bin');
writeFileSync(file, Buffer.from([...hashes].sort().join(''), 'hex'));
process.stdout.write(`${hashes.size} passwords\n`);
