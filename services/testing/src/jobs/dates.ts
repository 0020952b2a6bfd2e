import { DomainError } from '@nqi/kernel';
import { dateRules } from '@nqi/work';

export const { assertNotAhead, assertNotBefore } = dateRules('TESTING');

/** Results of equipment whose calibration has run out carry no traceability. */
export function assertCalibrated(
  equipment: readonly { readonly name: string; readonly validUntil: string }[],
  on: string,
  pointerOf: (index: number) => string,
): void {
  const index = equipment.findIndex(({ validUntil }) => validUntil < on);
  const expired = equipment[index];
  if (!expired) return;
  const text = {
    zh: `设备“${expired.name}”在 ${on} 已超过校准有效期(${expired.validUntil})`,
    en: `The calibration of "${expired.name}" had run out (${expired.validUntil}) on ${on}`,
  };
  throw new DomainError('TESTING.EQUIPMENT_EXPIRED', 'invalid', text, {}, pointerOf(index));
}
