/** A table that somebody sent, whatever kind of file it came in. */
export interface TableFile {
  /** SHA-256 of the bytes: the same file again is the same batch. */
  readonly hash: string;
  readonly encoding: TableEncoding;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export const TABLE_ENCODINGS = ['utf-8', 'gb18030', 'xlsx'] as const;
export type TableEncoding = (typeof TABLE_ENCODINGS)[number];

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table of the lines of a file. Empty rows do not count, but keep their numbers. */
export function tableOf(hash: string, encoding: TableEncoding, lines: readonly (readonly string[])[]): TableFile {
  const [header = [], ...rest] = lines.map((cells) => cells.map((cell) => cell.trim()));
  const rows = rest.map((cells, index) => ({ number: index + 2, cells }));
  return { hash, encoding, header, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}
