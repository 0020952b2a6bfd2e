import { Decimal, compareDecimals, parseDecimal } from '@nqi/kernel';
import { unitFactor } from './units.js';

/** A measuring range in the kind's own unit. */
export interface Range {
  readonly min: string;
  readonly max: string;
}

/** A maximum permissible error as a rule: a fixed value, a share of the reading, or a share of full scale. */
export type Allowance = Fixed | Relative | { readonly kind: 'full-scale'; readonly percent: string };

export interface Fixed {
  readonly kind: 'absolute';
  readonly value: string;
}
export interface Relative {
  readonly kind: 'relative';
  readonly percent: string;
}

/** An expanded uncertainty as stated in a capability: a fixed value or a share of the reading. */
export type StatedUncertainty = Fixed | Relative;

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const RANGE = new RegExp(`^(-?${NUMBER})~(-?${NUMBER})$`);
const ALLOWANCE = new RegExp(`^(?:[^±;~\\s]+\\s)?±(${NUMBER})\\s*([^±;~()\\d][^±;~()]*)?(?:\\(([^()]*)\\))?$`);
const UNCERTAINTY = new RegExp(`^(U|Urel)=(${NUMBER})\\s*([^;+()\\d]*)$`);
const SCIENTIFIC = /(\d+(?:\.\d+)?)×10([⁻⁺]?[⁰¹²³⁴-⁹]+)/g;
const PLAIN_POWER = /(?<![×\d])10([⁻⁺]?[⁰¹²³⁴-⁹]+)/g;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Undefined when the text is not one plain range, such as `5~50;20~90` or `M3~M100`. */
export function parseRange(text: string): Range | undefined {
  const [, min, max] = RANGE.exec(withPlainNumbers(text).replace(/\s/g, '')) ?? [];
  return min !== undefined && max !== undefined && compareDecimals(min, max) < 0 ? { min, max } : undefined;
}

/**
 * Reads `±0.03 mm`, `±4 μm(0~25 mm)`, `1级 ±1%` or `±5%FS`. Undefined for classes without a value, for formulas, for
 * several quantities at once and for units that do not convert into `unit`.
 */
export function parseAllowance(text: string, unit: string): Allowance | undefined {
  const [, value, suffix = '', remark] = ALLOWANCE.exec(withPlainNumbers(text).trim()) ?? [];
  if (value === undefined || (remark !== undefined && /[~全]/.test(remark))) return undefined;
  const measure = suffix.trim();
  if (measure === '%' && unit !== '%') return { kind: 'relative', percent: value };
  if (measure === '%FS') return { kind: 'full-scale', percent: value };
  return inUnit(value, measure, unit);
}

/** Reads `U=0.01 mm` or `Urel=4%`. Undefined for formulas, several quantities and shares of something else. */
export function parseUncertainty(text: string, unit: string): StatedUncertainty | undefined {
  const [, symbol, value = '', suffix = ''] = UNCERTAINTY.exec(withPlainNumbers(text).trim()) ?? [];
  const measure = suffix.trim();
  if (symbol === 'Urel') return measure === '%' ? { kind: 'relative', percent: value } : undefined;
  return symbol === 'U' ? inUnit(value, measure, unit) : undefined;
}

/** The value of a rule at one point; undefined when it wants a full scale and there is none. */
export function valueAt(rule: Allowance, nominal: string, range?: Range): string | undefined {
  if (rule.kind === 'absolute') return rule.value;
  const reference = rule.kind === 'relative' ? nominal : range?.max;
  if (reference === undefined) return undefined;
  return parseDecimal(reference).abs().times(rule.percent).dividedBy(100).toFixed();
}

export function isWithin({ min, max }: Range, value: string): boolean {
  return compareDecimals(min, value) <= 0 && compareDecimals(value, max) <= 0;
}

function inUnit(value: string, from: string, unit: string): Fixed | undefined {
  const factor = from === '' ? '1' : unitFactor(from, unit);
  return factor === undefined ? undefined : { kind: 'absolute', value: new Decimal(value).times(factor).toFixed() };
}

/** `2×10⁻⁴` and `10⁵` as plain decimals. */
function withPlainNumbers(text: string): string {
  return text
    .normalize('NFC')
    .replace(SCIENTIFIC, (_, mantissa: string, power: string) => scaled(mantissa, power))
    .replace(PLAIN_POWER, (_, power: string) => scaled('1', power));
}

function scaled(mantissa: string, power: string): string {
  const digits = [...power].filter((sign) => RAISED.includes(sign)).map((digit) => RAISED.indexOf(digit));
  const exponent = Number(digits.join('')) * (power.startsWith('⁻') ? -1 : 1);
  return new Decimal(mantissa).times(new Decimal(10).pow(exponent)).toFixed();
}
