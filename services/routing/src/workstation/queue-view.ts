/** How many views a person may keep, and how many an office may share. */
export const VIEW_LIMIT = 20;

/** The queries of a list of tickets, as they came over the wire. */
export type SavedFilter = Readonly<Record<string, string | boolean | undefined>>;

/** Whose a view is: one person's, or that of everybody at one office. */
export type ViewScope = { readonly owner: string } | { readonly nodePath: string };

/** A filter of the queue that is kept under a name (保存的视图). */
export interface QueueView {
  readonly id: string;
  readonly scope: ViewScope;
  readonly name: string;
  readonly filter: SavedFilter;
  readonly version: number;
}

export const isShared = (scope: ViewScope): scope is { readonly nodePath: string } => 'nodePath' in scope;

export function isSameScope(a: ViewScope, b: ViewScope): boolean {
  return isShared(a) ? isShared(b) && a.nodePath === b.nodePath : !isShared(b) && a.owner === b.owner;
}
