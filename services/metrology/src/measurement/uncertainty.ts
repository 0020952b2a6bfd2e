import { compareDecimals, parseDecimal, placesOfSignificant, roundToPlaces } from '@nqi/kernel';
import { valueAt, type StatedUncertainty } from '../instruments/limits.js';

/** Digits that carry information: `0.010` has two, `120` too, because its last zero only holds the place. */
export function significantDigits(text: string): number {
  const plain = text.replace(/^[+-]/, '');
  const digits = plain.replace('.', '').replace(/^0+/, '');
  return plain.includes('.') ? digits.length : digits.replace(/0+$/, '').length;
}

/** Why an uncertainty cannot stand on a certificate, or undefined when it can. */
export type UncertaintyFault = 'not-positive' | 'too-many-digits' | 'below-capability';

/** More than two digits pretend a knowledge nobody has, and nobody measures better than the capability. */
export function uncertaintyFault(
  uncertainty: string,
  nominal: string,
  capability: StatedUncertainty | undefined,
): UncertaintyFault | undefined {
  if (parseDecimal(uncertainty).lte(0)) return 'not-positive';
  if (significantDigits(uncertainty) > 2) return 'too-many-digits';
  const smallest = capability && valueAt(capability, nominal);
  return smallest !== undefined && compareDecimals(uncertainty, smallest) < 0 ? 'below-capability' : undefined;
}

/** A result is given to the decimals of its uncertainty. */
export function roundedLike(value: string, uncertainty: string): string {
  return roundToPlaces(value, placesOfSignificant(uncertainty, Math.max(1, significantDigits(uncertainty))));
}
