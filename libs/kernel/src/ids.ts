import { v7, validate } from 'uuid';

/** UUIDv7: sorts by creation time, so it keeps B-tree inserts local. */
export function newId(): string {
  return v7();
}

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && validate(text);
}
