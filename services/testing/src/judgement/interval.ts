import { Decimal, isDecimal, parseDecimal } from '@nqi/kernel';

interface Bound {
  readonly value: Decimal;
  /** Whether the bound itself belongs to the interval. */
  readonly closed: boolean;
}

/** Where a value is known to lie: a number is a point, `<0.01` everything below. A missing bound is infinitely far. */
export interface Interval {
  readonly low?: Bound;
  readonly high?: Bound;
}

const SIGNED = /^(<=|>=|[<>≤≥])?\s*(.+)$/;
/** Grades of colour fastness and the like: `4`, or `3-4` for half-way between two neighbours. */
const GRADE = /^([1-8])(?:-([1-8]))?$/;
export const GRADE_UNIT = '级';

export const point = (value: Decimal): Interval => ({ low: { value, closed: true }, high: { value, closed: true } });
export const atLeast = (value: Decimal): Interval => ({ low: { value, closed: true } });
export const atMost = (value: Decimal): Interval => ({ high: { value, closed: true } });
export const below = (value: Decimal): Interval => ({ high: { value, closed: false } });
const above = (value: Decimal): Interval => ({ low: { value, closed: false } });

/** Reads a result as it is written down: a decimal, a grade, or either with `<`, `>`, `≤` or `≥` before it. */
export function parseResult(text: string, unit?: string): Interval | undefined {
  const [, sign, figure = ''] = SIGNED.exec(text.normalize('NFKC').trim()) ?? [];
  const value = parseFigure(figure, unit);
  if (value === undefined) return undefined;
  switch (sign) {
    case undefined:
      return point(value);
    case '<':
      return below(value);
    case '>':
      return above(value);
    case '≤':
    case '<=':
      return atMost(value);
    default:
      return atLeast(value);
  }
}

/** A plain decimal, or a grade where the unit is one. */
export function parseFigure(text: string, unit?: string): Decimal | undefined {
  const plain = text.normalize('NFKC').trim();
  if (unit === GRADE_UNIT) return parseGrade(plain);
  return isDecimal(plain) ? parseDecimal(plain) : undefined;
}

function parseGrade(text: string): Decimal | undefined {
  const [, lower, upper] = GRADE.exec(text) ?? [];
  if (lower === undefined) return undefined;
  if (upper === undefined) return new Decimal(lower);
  return Number(upper) === Number(lower) + 1 ? new Decimal(lower).plus('0.5') : undefined;
}

/** Whether everything in `inner` is in `outer` too. */
export function contains(outer: Interval, inner: Interval): boolean {
  return reaches(outer.low, inner.low, -1) && reaches(outer.high, inner.high, 1);
}

/** Whether the two have nothing in common. */
export function areApart(one: Interval, other: Interval): boolean {
  return endsBefore(one.high, other.low) || endsBefore(other.high, one.low);
}

function reaches(outer: Bound | undefined, inner: Bound | undefined, direction: 1 | -1): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  const side = outer.value.comparedTo(inner.value) * direction;
  return side > 0 || (side === 0 && (outer.closed || !inner.closed));
}

function endsBefore(high: Bound | undefined, low: Bound | undefined): boolean {
  if (high === undefined || low === undefined) return false;
  const side = high.value.comparedTo(low.value);
  return side < 0 || (side === 0 && !(high.closed && low.closed));
}
