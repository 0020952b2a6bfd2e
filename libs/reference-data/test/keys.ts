/** What two lists of keys have to do with each other, in a form that makes a failing test print the difference. */
export function keysOf<T>(rows: readonly T[], key: (row: T) => string): Set<string> {
  return new Set(rows.map(key));
}

export function missingFrom(known: ReadonlySet<string>, wanted: readonly string[]): string[] {
  return wanted.filter((key) => !known.has(key));
}
