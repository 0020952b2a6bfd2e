import { DomainError } from '@nqi/kernel';
import { dateRules } from '@nqi/work';

export const { assertNotAhead, assertNotBefore } = dateRules('METROLOGY');

/** A measurement standard that has expired carries no traceability. */
export function assertStandardsValid(
  standards: readonly { readonly name: string; readonly validUntil: string }[],
  on: string,
  pointerOf: (index: number) => string,
): void {
  const expired = standards.findIndex(({ validUntil }) => validUntil < on);
  const standard = standards[expired];
  if (!standard) return;
  const text = {
    zh: `计量标准器“${standard.name}”在 ${on} 已超过有效期(${standard.validUntil})`,
    en: `The standard "${standard.name}" had expired (${standard.validUntil}) on ${on}`,
  };
  throw new DomainError('METROLOGY.STANDARD_EXPIRED', 'invalid', text, {}, pointerOf(expired));
}
