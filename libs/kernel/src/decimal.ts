import { Decimal as DecimalJs } from 'decimal.js';

import { DomainError } from './domain-error.js';

/**
 * Exact decimal arithmetic for measurement values: 40 significant digits, rounded half to even as GB/T 8170 asks.
 * Values are text wherever they are stored or sent, so that 1.20 stays 1.20.
 */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_EVEN, defaults: true });
export type Decimal = DecimalJs;

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d{1,3})?$/;
const MAX_LENGTH = 64;
const MAX_EXPONENT = 99;

/** Reads a number as written on a form: full-width digits and the minus sign U+2212 are accepted, separators are not. */
export function parseDecimal(text: string, pointer?: string): Decimal {
  const plain = text.normalize('NFKC').trim().replace('\u2212', '-').toUpperCase();
  if (plain.length <= MAX_LENGTH && NUMBER.test(plain)) {
    const value = new Decimal(plain);
    if (Math.abs(value.e) <= MAX_EXPONENT) return value;
  }
  throw new DomainError(
    'DECIMAL.INVALID',
    'invalid',
    { zh: `不是有效数值：${text.slice(0, MAX_LENGTH)}`, en: `Not a number: ${text.slice(0, MAX_LENGTH)}` },
    { value: text.slice(0, MAX_LENGTH) },
    pointer,
  );
}

export function isDecimal(text: string): boolean {
  try {
    parseDecimal(text);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  return parseDecimal(left).comparedTo(parseDecimal(right)) as -1 | 0 | 1;
}

/** Exactly `places` decimals, trailing zeros kept; negative places round to tens, hundreds and so on. */
export function roundToPlaces(value: string | Decimal, places: number): string {
  const exact = toDecimal(value);
  if (places >= 0) return plainZero(exact.toFixed(places, DecimalJs.ROUND_HALF_EVEN));
  return plainZero(exact.toNearest(new Decimal(10).pow(-places), DecimalJs.ROUND_HALF_EVEN).toFixed());
}

/** `digits` significant digits in plain notation, trailing zeros kept: 0.0996 to two is `0.10`. */
export function roundToSignificant(value: string | Decimal, digits: number): string {
  const exact = toDecimal(value);
  return roundToPlaces(exact, placesOfSignificant(exact, digits));
}

/**
 * Decimal places of the last significant digit after rounding to `digits`: 0.0123 to two is 3, 1234 to two is -2.
 * A measured value is rounded to the places of its uncertainty.
 */
export function placesOfSignificant(value: string | Decimal, digits: number): number {
  if (!Number.isInteger(digits) || digits < 1) throw new RangeError(`Not a number of digits: ${digits}`);
  const exact = toDecimal(value);
  return digits - 1 - exact.toSignificantDigits(digits, DecimalJs.ROUND_HALF_EVEN).e;
}

/** Places as written: `1.20` has two, `5` none. */
export function decimalPlaces(text: string): number {
  const value = parseDecimal(text);
  const [mantissa = '', exponent = '0'] = text.normalize('NFKC').trim().toUpperCase().split('E');
  const written = (mantissa.split('.')[1] ?? '').length - Number(exponent);
  return Math.max(0, written, value.decimalPlaces());
}

function toDecimal(value: string | Decimal): Decimal {
  return typeof value === 'string' ? parseDecimal(value) : value;
}

/** Rounding can leave a signed zero, which means nothing on a certificate. */
function plainZero(text: string): string {
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}
