import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '@nqi/platform';

export interface Paging {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A page of what is in memory whole, in the order of keys that are unique. */
export function cut<Item, View>(
  items: readonly Item[],
  { limit = DEFAULT_PAGE, cursor }: Paging,
  keyOf: (item: Item) => string,
  toView: (item: Item) => View,
): Page<View> {
  const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1);
  const rest = items.filter((item) => after === undefined || keyOf(item) > after);
  rest.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return toPage(rest.slice(0, limit + 1), limit, (item) => [keyOf(item)], toView);
}
