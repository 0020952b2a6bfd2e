import { type Decimal } from '@nqi/kernel';
import { areApart, atMost, contains, parseFigure, parseResult, type Interval } from './interval.js';
import type { Verdict } from './verdict.js';

/**
 * 采样方案 of GB 4789.1: of n units at most c may exceed m, and none M. Without M every unit above m counts alike, as in
 * two-class plans.
 */
export interface SamplingPlan {
  readonly n: number;
  readonly c: number;
  readonly m: Decimal;
  readonly M?: Decimal;
}

const PLAN = /^n=(\d{1,3}),c=(\d{1,3}),m=([^,]+)(?:,M=([^,]+))?$/;

export function parseSamplingPlan(text: string): SamplingPlan | undefined {
  const match = PLAN.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!match) return undefined;
  const [n, c] = [Number(match[1]), Number(match[2])];
  const m = parseFigure(match[3] ?? '');
  const upper = match[4] === undefined ? undefined : parseFigure(match[4]);
  if (m === undefined || n < 1 || c >= n || (match[4] !== undefined && upper === undefined)) return undefined;
  if (upper?.lessThanOrEqualTo(m)) return undefined;
  return { n, c, m, ...(upper && { M: upper }) };
}

/** Unjudged when too few units are known well enough: `<100` says nothing about a limit of 10. */
export function judgeUnits({ n, c, m, M }: SamplingPlan, units: readonly string[]): Verdict {
  const read = units.map((unit) => parseResult(unit));
  const results = read.filter((result): result is Interval => result !== undefined);
  if (results.length !== n || read.length !== n) return 'UNJUDGED';
  const surelyOver = (limit: Decimal) => results.filter((result) => areApart(result, atMost(limit))).length;
  const perhapsOver = (limit: Decimal) => results.filter((result) => !contains(atMost(limit), result)).length;
  if (surelyOver(m) > c || (M && surelyOver(M) > 0)) return 'FAIL';
  return perhapsOver(m) <= c && (!M || perhapsOver(M) === 0) ? 'PASS' : 'UNJUDGED';
}
