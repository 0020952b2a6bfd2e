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
  const { XDG_CACHE_HOME } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'nqi');
  return canKeepIn('.cache') ? join(homedir(), '.cache', 'nqi') : join(home, 'cache');
}

/**
 * Whether this user's home folder can hold a folder of that name. Some users have no home folder, and it is not for us to
 * make one.
 *
 * @param {string} name
 */
export function canKeepIn(name) {
  try {
    accessSync(homedir(), constants.X_OK);
    const folder = join(homedir(), name);
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
