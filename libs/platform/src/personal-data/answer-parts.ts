import type { LocalizedText } from '@nqi/kernel';
import type { PersonalRow } from './personal-data-place.js';

/** Rows of one place, or the next of them. */
export interface AnswerSlice {
  readonly what: LocalizedText;
  readonly rows: readonly PersonalRow[];
}

/** Cuts an answer into parts that travel: at least one, each of about `bytes` at most, no row lost and none cut. */
export function answerParts(slices: readonly AnswerSlice[], bytes: number): AnswerSlice[][] {
  const parts: { what: LocalizedText; rows: PersonalRow[] }[][] = [[]];
  let size = 0;
  for (const { what, rows } of slices) {
    for (const row of rows) {
      const more = Buffer.byteLength(JSON.stringify(row));
      if (size > 0 && size + more > bytes) {
        parts.push([]);
        size = 0;
      }
      const part = parts[parts.length - 1] ?? [];
      const last = part[part.length - 1];
      if (last?.what === what) last.rows.push(row);
      else part.push({ what, rows: [row] });
      size += more;
    }
  }
  return parts;
}
