import { Decimal, decimalPlaces, parseDecimal, roundToPlaces } from '@nqi/kernel';

/** INCONCLUSIVE: the uncertainty does not allow a statement. NONE: nobody asked for one. */
export type Verdict = 'PASS' | 'FAIL' | 'INCONCLUSIVE' | 'NONE';

/**
 * How a reading is held against its limit: not at all, by the error alone (simple acceptance, ILAC-G8), or by the error
 * with its uncertainty as a guard band.
 */
export type DecisionRule = 'none' | 'simple-acceptance' | 'guard-band';

/** A point of the measurement: where, how far off a reading may be, and how well that is known. */
export interface Point {
  readonly nominal: string;
  /** Maximum permissible error, without sign. */
  readonly mpe?: string;
  /** Expanded uncertainty. */
  readonly uncertainty?: string;
}

/** Indication minus nominal value, exact, with the decimals of the finer of the two. */
export function errorOf(indication: string, nominal: string): string {
  const places = Math.max(decimalPlaces(indication), decimalPlaces(nominal));
  return roundToPlaces(parseDecimal(indication).minus(parseDecimal(nominal)), places);
}

export function judgePoint({ mpe, uncertainty }: Point, error: string, rule: DecisionRule): Verdict {
  if (rule === 'none' || mpe === undefined) return 'NONE';
  const size = parseDecimal(error).abs();
  const limit = parseDecimal(mpe);
  if (rule === 'simple-acceptance') return size.lte(limit) ? 'PASS' : 'FAIL';
  const guard = uncertainty === undefined ? new Decimal(0) : parseDecimal(uncertainty);
  if (size.plus(guard).lte(limit)) return 'PASS';
  return size.minus(guard).gt(limit) ? 'FAIL' : 'INCONCLUSIVE';
}

const WORST_FIRST: readonly Verdict[] = ['FAIL', 'INCONCLUSIVE', 'PASS'];

/** An instrument is as good as its worst point. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'NONE';
}
