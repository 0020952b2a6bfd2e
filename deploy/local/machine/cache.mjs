// @ts-check
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where downloads are kept that every clone of this user can share: the user's cache folder, else the stack's own.
 *
 * @param {string} home
 * @returns {string}
 */
export function cacheFolder(home) {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(base, 'nqi');
  return canMake(folder) ? folder : join(home, 'cache');
}

/** @param {string} folder */
export function canMake(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
