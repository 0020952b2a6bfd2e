import { readFileSync } from 'node:fs';

const DATA = new URL('../data/', import.meta.url);

/** Beside `src` and `dist` alike, so the same code reads it in tests and when built. */
export function readDataFile(file: string): string {
  return readFileSync(new URL(file, DATA), 'utf8');
}

/** Reads once per process, on first use. */
export function once<T>(read: () => T): () => T {
  let value: { readonly read: T } | undefined;
  return () => (value ??= { read: read() }).read;
}

/** Rows are shared by the whole process, so nobody may change one. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
