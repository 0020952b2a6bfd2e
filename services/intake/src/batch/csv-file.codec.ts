import { createHash } from 'node:crypto';
import { DomainError } from '@nqi/kernel';
import { parse } from 'csv-parse/sync';

export interface CsvFile {
  /** SHA-256 of the bytes: the same file again is the same batch. */
  readonly hash: string;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Reads a table as Excel or WPS saves it: UTF-8 where the bytes are, GB18030 otherwise. Empty rows do not count. */
export function readCsv(bytes: Buffer): CsvFile {
  const { text, encoding } = decode(bytes);
  const [header = [], ...lines] = records(text);
  const rows = lines.map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell.trim()) }));
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    encoding,
    header: header.map((name) => name.trim()),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

/** A table for people: with the mark by which Excel knows UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

function decode(bytes: Buffer): { text: string; encoding: CsvFile['encoding'] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
}

function records(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('BATCH.NOT_CSV', 'invalid', {
      zh: `文件不是有效的 CSV 表格:${why}`,
      en: `Not a CSV table: ${why}`,
    });
  }
}
