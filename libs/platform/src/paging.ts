import { DomainError, isUuid } from '@nqi/kernel';
import { IntegerField, TextField } from './fields.js';

export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 200;

/** Query of every list: how many, and from where the last page ended. */
export class PageQuery {
  @IntegerField({ min: 1, max: LARGEST_PAGE, optional: true, description: `Default ${DEFAULT_PAGE}` })
  limit?: number;

  @TextField({ max: 500, optional: true, description: '`nextCursor` of the page before' })
  cursor?: string;
}

/** One page of a list; `nextCursor` is missing on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** The values of the sort columns of a page's last row, as an opaque text. */
export const encodeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Throws `invalid` for a text that `encodeCursor` did not make with that many values. */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string'))
      return values;
  } catch {
    // Falls through to the one answer for every bad cursor.
  }
  throw badCursor();
}

/** The same for a list that is sorted by its rows' ids alone. */
export function decodeIdCursor(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (isUuid(id)) return id;
  throw badCursor();
}

/** The same for a list in the order of an instant and an id. */
export function decodeTimeCursor(cursor: string): { readonly at: Date; readonly id: string } {
  const [time = '', id = ''] = decodeCursor(cursor, 2);
  const at = new Date(time);
  if (isUuid(id) && !Number.isNaN(at.getTime())) return { at, id };
  throw badCursor();
}

/** The same for a list in the order in which its rows were added. */
export function decodePositionCursor(cursor: string): string {
  const [position = ''] = decodeCursor(cursor, 1);
  if (/^\d{1,18}$/.test(position)) return position;
  throw badCursor();
}

function badCursor(): DomainError {
  const text = { zh: '分页游标无效', en: 'The cursor is not valid' };
  return new DomainError('PAGE.BAD_CURSOR', 'invalid', text, {}, '/cursor');
}

/** Cuts a result of `limit + 1` rows to a page. `keyOf` gives the sort values of a row. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly string[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(toItem), ...(more && { nextCursor: encodeCursor(keyOf(last)) }) };
}
