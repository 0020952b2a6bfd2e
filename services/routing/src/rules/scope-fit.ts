import { convertDifference, convertUnit, type Amount, type MeasuringRange } from '@nqi/kernel';
import type { ScopeRow } from '../network/capability-scope.js';
import type { FilterVerdict, Verdicts } from './decision.js';
import type { Want } from './want.js';

/** In the order in which they are judged. */
const SCOPE_FILTERS = ['object', 'method', 'range', 'uncertainty'] as const;
export type ScopeVerdicts = Pick<Verdicts, (typeof SCOPE_FILTERS)[number]>;

const NOTHING_AGAINST: ScopeVerdicts = { object: 'PASS', method: 'PASS', range: 'PASS', uncertainty: 'PASS' };
const NOTHING_KNOWN: ScopeVerdicts = {
  object: 'NOT_KNOWN',
  method: 'NOT_KNOWN',
  range: 'NOT_KNOWN',
  uncertainty: 'NOT_KNOWN',
};

/**
 * How everything that is wanted lies in the rows of a capability. No rows limit nothing. Each thing needs one row that
 * fits it whole; what the form does not tell, or tells so that it cannot be read, is `NOT_KNOWN` and held against nobody.
 */
export function scopeFit(rows: readonly ScopeRow[] = [], wants: readonly Want[] = []): ScopeVerdicts {
  if (rows.length === 0) return NOTHING_AGAINST;
  if (wants.length === 0) return NOTHING_KNOWN;
  return wants.map((want) => fitOfOne(rows, want)).reduce(worse);
}

function fitOfOne(rows: readonly ScopeRow[], want: Want): ScopeVerdicts {
  const judged = rows.filter((row) => isOf(row, want)).map((row) => judge(row, want));
  if (judged.length === 0) {
    return want.object === undefined ? NOTHING_KNOWN : { ...NOTHING_AGAINST, object: 'OBJECT_OUT_OF_SCOPE' };
  }
  // The row that comes furthest speaks for the body; of those that fit, the one with the least left open.
  return judged.reduce((best, next) => (merit(next) > merit(best) ? next : best));
}

function isOf(row: ScopeRow, { object, name, parameter }: Want): boolean {
  const named = row.object === object || row.object === name;
  return named && (parameter === undefined || row.parameter === undefined || row.parameter === parameter);
}

function judge(row: ScopeRow, want: Want): ScopeVerdicts {
  return {
    object: 'PASS',
    method: methodVerdict(row.method, want.method),
    range: rangeVerdict(row.range, want.range),
    uncertainty: uncertaintyVerdict(row, want.limit),
  };
}

/** Who asks for no method leaves it to the body; who cites one without a year takes the edition there is. */
function methodVerdict(held: string | undefined, wanted: string | undefined): FilterVerdict {
  if (held === undefined || wanted === undefined || held === wanted) return 'PASS';
  const [number, year] = editionOf(wanted);
  if (number !== editionOf(held)[0]) return 'METHOD_OUT_OF_SCOPE';
  return year === undefined ? 'PASS' : 'METHOD_YEAR_OUT_OF_SCOPE';
}

const EDITION = /[-:]((?:19|20)\d{2})$/;

function editionOf(method: string): [number: string, year: string | undefined] {
  const year = EDITION.exec(method)?.[1];
  return year === undefined ? [method, undefined] : [method.slice(0, -year.length - 1), year];
}

/** Far below what anybody can measure, far above what conversion rounds. */
const ROUNDING = 1e-9;

function rangeVerdict(held: MeasuringRange | undefined, wanted: MeasuringRange | undefined): FilterVerdict {
  if (!held) return 'PASS';
  if (!wanted) return 'NOT_KNOWN';
  const low = convertUnit(wanted.low, wanted.unit, held.unit);
  const high = convertUnit(wanted.high, wanted.unit, held.unit);
  if (low === undefined || high === undefined) return 'NOT_KNOWN';
  const slack = ROUNDING * Math.max(Math.abs(held.low), Math.abs(held.high));
  return held.low - slack <= low && high <= held.high + slack ? 'PASS' : 'OUT_OF_RANGE';
}

function uncertaintyVerdict({ uncertainty }: ScopeRow, limit: Amount | undefined): FilterVerdict {
  if (!uncertainty) return 'PASS';
  if (!limit) return 'NOT_KNOWN';
  const reached = convertDifference(uncertainty.value, uncertainty.unit, limit.unit);
  if (reached === undefined) return 'NOT_KNOWN';
  return reached <= limit.value * (1 + ROUNDING) ? 'PASS' : 'UNCERTAINTY_TOO_LARGE';
}

/** What is not known is held against nobody. */
export function isFit(verdict: FilterVerdict): boolean {
  return gravity(verdict) < 2;
}

/** A fit counts by how little is left open, a misfit by how late the first fault comes. */
function merit(verdicts: ScopeVerdicts): number {
  const inOrder = SCOPE_FILTERS.map((filter) => verdicts[filter]);
  const fault = inOrder.findIndex((verdict) => !isFit(verdict));
  return fault < 0 ? 10 - inOrder.filter((verdict) => verdict === 'NOT_KNOWN').length : fault;
}

function worse(one: ScopeVerdicts, other: ScopeVerdicts): ScopeVerdicts {
  const pick = (filter: keyof ScopeVerdicts) => (gravity(other[filter]) > gravity(one[filter]) ? other : one)[filter];
  return { object: pick('object'), method: pick('method'), range: pick('range'), uncertainty: pick('uncertainty') };
}

function gravity(verdict: FilterVerdict): number {
  return verdict === 'PASS' ? 0 : verdict === 'NOT_KNOWN' ? 1 : 2;
}
