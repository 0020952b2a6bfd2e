import { Decimal, decimalPlaces, roundToPlaces } from '@nqi/kernel';
import {
  GRADE_UNIT,
  areApart,
  atLeast,
  atMost,
  below,
  contains,
  parseFigure,
  parseResult,
  point,
  type Interval,
} from './interval.js';
import { judgeObservation, passingObservation } from './qualitative.js';
import { judgeUnits, parseSamplingPlan } from './sampling-plan.js';
import type { Verdict } from './verdict.js';

export type LimitType =
  'min' | 'max' | 'max_exclusive' | 'range' | 'equal' | 'tolerance' | 'qualitative' | 'sampling_plan' | 'report';

/** What a result is held against; the unit is the item's and belongs to limit and result alike. */
export interface Limit {
  readonly type: LimitType;
  readonly value: string;
  readonly unit?: string;
}

/**
 * The verdict on what was found for one item. Numbers are compared as they are, unrounded (全数值比较法 of GB/T 8170);
 * `<0.01` passes where everything below 0.01 would, fails where nothing below would, and is a person's to judge between.
 * A sampling plan takes the results of all its units, every other limit one result.
 */
export function judge(limit: Limit, results: readonly string[]): Verdict {
  const [result = ''] = results;
  switch (limit.type) {
    case 'report':
      return 'REPORTED';
    case 'qualitative':
      return judgeObservation(limit.value, result);
    case 'sampling_plan': {
      const plan = parseSamplingPlan(limit.value);
      return plan ? judgeUnits(plan, results) : 'UNJUDGED';
    }
    default:
      return judgeFigure(limit, result);
  }
}

function judgeFigure(limit: Limit, result: string): Verdict {
  const allowed = allowedBy(limit);
  const found = parseResult(result, limit.unit);
  if (!allowed || !found) return limit.type === 'equal' && sameWords(limit.value, result) ? 'PASS' : 'UNJUDGED';
  if (contains(allowed, found)) return 'PASS';
  return areApart(allowed, found) ? 'FAIL' : 'UNJUDGED';
}

/** Whether a limit can be read at all, so that an agreement about it means something. */
export function isReadableLimit(limit: Limit): boolean {
  if (isInWords(limit.type) || limit.type === 'equal') return limit.value.trim() !== '';
  if (limit.type === 'sampling_plan') return parseSamplingPlan(limit.value) !== undefined;
  return allowedBy(limit) !== undefined;
}

/** Whether a result is written in a way that its limit can be held against. */
export function isReadableResult(limit: Limit, result: string): boolean {
  if (isInWords(limit.type) || limit.type === 'equal') return result.trim() !== '';
  return parseResult(result, limit.unit) !== undefined;
}

/** How many results one sample gives for an item: the units of a sampling plan, else one. */
export function unitsOf(limit: Limit): number | undefined {
  return limit.type === 'sampling_plan' ? parseSamplingPlan(limit.value)?.n : undefined;
}

const isInWords = (type: LimitType): boolean => type === 'qualitative' || type === 'report';
const sameWords = (one: string, other: string): boolean =>
  one.normalize('NFKC').trim() === other.normalize('NFKC').trim();

function allowedBy({ type, value, unit }: Limit): Interval | undefined {
  if (type === 'range') return rangeOf(value, unit);
  const figure = parseFigure(value, unit);
  if (figure === undefined) return undefined;
  switch (type) {
    case 'min':
      return atLeast(figure);
    case 'max':
      return atMost(figure);
    case 'max_exclusive':
      return below(figure);
    case 'equal':
      return point(figure);
    case 'tolerance':
      return figure.isNegative() ? undefined : { ...atLeast(figure.negated()), ...atMost(figure) };
    default:
      return undefined;
  }
}

function rangeOf(text: string, unit?: string): Interval | undefined {
  const [low, high, ...others] = text
    .normalize('NFKC')
    .split('~')
    .map((part) => parseFigure(part, unit));
  if (!low || !high || others.length > 0 || low.greaterThan(high)) return undefined;
  return { ...atLeast(low), ...atMost(high) };
}

/** Results that would pass, for forms to show what is wanted; in words only where the judge understands them. */
export function passingResults(limit: Limit): string[] {
  switch (limit.type) {
    case 'report':
      return ['12.3'];
    case 'qualitative':
      return [passingObservation(limit.value) ?? '符合要求，见原始记录'];
    case 'sampling_plan': {
      const plan = parseSamplingPlan(limit.value);
      const unit = plan?.m.isZero() ? '0' : `<${plan?.m.toFixed() ?? ''}`;
      return Array.from({ length: plan?.n ?? 1 }, () => unit);
    }
    default:
      return [passingFigure(limit)];
  }
}

function passingFigure({ type, value, unit }: Limit): string {
  if (unit === GRADE_UNIT) return '4-5';
  if (type === 'range') {
    const [low = '0', high = '0'] = value.normalize('NFKC').split('~');
    return inside(new Decimal(low).plus(high).dividedBy(2), Math.max(decimalPlaces(low), decimalPlaces(high)) + 1);
  }
  const limit = parseFigure(value);
  if (!limit || type === 'equal') return value;
  const places = decimalPlaces(value) + 1;
  if (type === 'min') return inside(limit.plus(limit.abs().times('0.06')), places);
  if (type === 'tolerance') return inside(limit.times('0.2'), places);
  const margin = limit.isZero() && type === 'max_exclusive' ? 1 : limit.abs().times('0.4');
  return inside(limit.minus(margin), places);
}

const inside = (value: Decimal, places: number): string => roundToPlaces(value, places);
