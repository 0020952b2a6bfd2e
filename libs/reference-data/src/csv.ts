import { isDate } from '@nqi/kernel';
import { parse } from 'csv-parse/sync';

import { frozen, readDataFile } from './data-file.js';

/** The cells of one record, read by column name and checked; whatever is wrong names file, line and column. */
export class CsvRow {
  constructor(
    private readonly file: string,
    private readonly line: number,
    private readonly cells: Readonly<Record<string, string>>,
  ) {}

  optional(column: string): string | undefined {
    const cell = this.cells[column];
    if (cell === undefined) throw this.wrong(column, 'column is missing');
    return cell.trim() === '' ? undefined : cell.trim();
  }

  text(column: string): string {
    return this.optional(column) ?? this.fail(column, 'is empty');
  }

  /** `;` separates; an empty cell is an empty list. */
  list(column: string): string[] {
    const items = (this.optional(column) ?? '').split(';').map((item) => item.trim());
    return items.filter((item) => item !== '');
  }

  matching(column: string, shape: RegExp): string {
    const text = this.text(column);
    return shape.test(text) ? text : this.fail(column, `"${text}" does not match ${shape}`);
  }

  number(column: string): number {
    return this.optionalNumber(column) ?? this.fail(column, 'is empty');
  }

  optionalNumber(column: string): number | undefined {
    const text = this.optional(column);
    if (text === undefined) return undefined;
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : this.fail(column, `"${text}" is no number`);
  }

  /** `1` or `0`. */
  flag(column: string): boolean {
    return this.matching(column, /^[01]$/) === '1';
  }

  date(column: string): string {
    return this.optionalDate(column) ?? this.fail(column, 'is empty');
  }

  optionalDate(column: string): string | undefined {
    const text = this.optional(column);
    return text === undefined || isDate(text) ? text : this.fail(column, `"${text}" is no date`);
  }

  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const text = this.text(column);
    return values.find((value) => value === text) ?? this.fail(column, `"${text}" is none of ${values.join(', ')}`);
  }

  /** Translates a word of the file into one of the program. */
  mapped<T extends string>(column: string, words: Readonly<Record<string, T>>): T {
    const text = this.text(column);
    const word = Object.hasOwn(words, text) ? words[text] : undefined;
    return word ?? this.fail(column, `"${text}" is none of ${Object.keys(words).join(', ')}`);
  }

  wrong(column: string, reason: string): Error {
    return new Error(`${this.file}, line ${this.line}, column ${column}: ${reason}`);
  }

  private fail(column: string, reason: string): never {
    throw this.wrong(column, reason);
  }
}

export function readCsv<T>(file: string, toRecord: (row: CsvRow) => T, keyColumn?: string): readonly T[] {
  return parseCsv(file, readDataFile(file), toRecord, keyColumn);
}

/** The line is the one a record begins on; quoted cells may run over several. A repeated key is an error. */
export function parseCsv<T>(
  file: string,
  text: string,
  toRecord: (row: CsvRow) => T,
  keyColumn?: string,
): readonly T[] {
  const seen = new Set<string>();
  let next = 2; // the header takes the first line
  const records = recordsOf(file, text).map(({ cells, endLine }) => {
    const row = new CsvRow(file, next, cells);
    next = endLine + 1;
    return row;
  });
  return frozen(
    records.map((row) => {
      const key = keyColumn && row.text(keyColumn);
      if (keyColumn && key) {
        if (seen.has(key)) throw row.wrong(keyColumn, `"${key}" is there twice`);
        seen.add(key);
      }
      return toRecord(row);
    }),
  );
}

interface RawRecord {
  readonly cells: Record<string, string>;
  readonly endLine: number;
}

function recordsOf(file: string, text: string): RawRecord[] {
  try {
    const parsed = parse(text, { columns: true, info: true, skip_empty_lines: true }) as unknown as {
      record: Record<string, string>;
      info: { lines: number };
    }[];
    return parsed.map(({ record, info }) => ({ cells: record, endLine: info.lines }));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
