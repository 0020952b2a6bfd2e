import { compareDecimals } from '@nqi/kernel';

/** Which way an indicator gets better; a RANGE is better the narrower it is. */
export type Direction = 'HIGHER' | 'LOWER' | 'RANGE';
export type ComparisonVerdict = 'SUPERIOR' | 'EQUAL' | 'INFERIOR';

/** One indicator of the enterprise's standard beside the same of a reference standard (标准比对). */
export interface ComparedIndicator {
  readonly indicator: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly own: string;
  readonly reference: string;
  /** Upper ends, of a RANGE only. */
  readonly ownMax?: string;
  readonly referenceMax?: string;
  readonly referenceStandard: string;
}

export interface JudgedIndicator extends ComparedIndicator {
  readonly verdict: ComparisonVerdict;
}

export interface Comparison {
  readonly comparedOn: string;
  readonly product: string;
  readonly ownStandard: string;
  readonly rows: readonly JudgedIndicator[];
}

export function judgeIndicator(row: ComparedIndicator): ComparisonVerdict {
  const { own, reference } = row;
  switch (row.direction) {
    case 'HIGHER':
      return verdictOf(compareDecimals(own, reference));
    case 'LOWER':
      return verdictOf(compareDecimals(reference, own));
    case 'RANGE': {
      const lower = compareDecimals(own, reference);
      const upper = compareDecimals(row.referenceMax ?? reference, row.ownMax ?? own);
      if (lower < 0 || upper < 0) return 'INFERIOR';
      return lower > 0 || upper > 0 ? 'SUPERIOR' : 'EQUAL';
    }
  }
}

/** Counted from the rows. */
export function comparisonConclusion({ rows }: Comparison): string {
  const count = (verdict: ComparisonVerdict) => rows.filter((row) => row.verdict === verdict).length;
  return `比对 ${rows.length} 项指标：优于 ${count('SUPERIOR')} 项，等于 ${count('EQUAL')} 项，低于 ${count('INFERIOR')} 项`;
}

const verdictOf = (order: -1 | 0 | 1): ComparisonVerdict =>
  order > 0 ? 'SUPERIOR' : order === 0 ? 'EQUAL' : 'INFERIOR';
