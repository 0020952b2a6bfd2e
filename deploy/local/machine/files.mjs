// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} file
 * @returns {unknown} undefined when the file is missing or is not JSON
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Readers see the old content or the new one, never half of it.
 *
 * @param {string} file
 * @param {unknown} value
 */
export function writeJson(file, value) {
  writeFileAtomically(file, `${JSON.stringify(value, null, 2)}\n`, 0o644);
}

/**
 * @param {string} file
 * @param {string} content
 * @param {number} mode
 */
export function writeFileAtomically(file, content, mode) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(3).toString('hex')}`;
  writeFileSync(draft, content, { mode });
  renameSync(draft, file);
}

/**
 * A secret of this home: made once, at random, readable by its owner only.
 *
 * @param {string} home
 * @param {string} name
 * @param {number} [bytes]
 * @returns {string}
 */
export function secretOf(home, name, bytes = 24) {
  const file = join(home, 'secrets', name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const secret = randomBytes(bytes).toString('base64url');
  writeFileAtomically(file, `${secret}\n`, 0o600);
  return secret;
}

/** @param {string} path */
export function remove(path) {
  rmSync(path, { recursive: true, force: true });
}
