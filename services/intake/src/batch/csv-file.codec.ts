import { DomainError } from '@nqi/kernel';
import { parse } from 'csv-parse/sync';
import type { TableEncoding } from './table-file.js';

/** Reads a table as Excel or WPS saves it as CSV: UTF-8 where the bytes are, GB18030 otherwise. */
export function readCsv(bytes: Buffer): { encoding: TableEncoding; lines: string[][] } {
  const { text, encoding } = decode(bytes);
  return { encoding, lines: records(text) };
}

/** A table for people: with the mark by which Excel knows UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

function decode(bytes: Buffer): { text: string; encoding: TableEncoding } {
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
