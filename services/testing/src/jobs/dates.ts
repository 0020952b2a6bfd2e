import { DomainError, shanghaiDate, type LocalizedText } from '@nqi/kernel';

const invalid = (code: string, pointer: string, text: LocalizedText): DomainError =>
  new DomainError(`TESTING.${code}`, 'invalid', text, {}, pointer);

/** Refuses a day that has not come, for things that have been done. */
export function assertNotAhead(date: string, at: Date, pointer: string): void {
  if (date <= shanghaiDate(at)) return;
  throw invalid('DATE_AHEAD', pointer, { zh: '日期不能晚于今天', en: 'The date lies in the future' });
}

/** Refuses a day before another that came first. */
export function assertNotBefore(date: string, earlier: string | undefined, pointer: string): void {
  if (earlier === undefined || date >= earlier) return;
  throw invalid('DATE_TOO_EARLY', pointer, { zh: `日期不能早于 ${earlier}`, en: `The date lies before ${earlier}` });
}

/** Results of equipment whose calibration has run out carry no traceability. */
export function assertCalibrated(
  equipment: readonly { readonly name: string; readonly validUntil: string }[],
  on: string,
  pointerOf: (index: number) => string,
): void {
  const index = equipment.findIndex(({ validUntil }) => validUntil < on);
  const expired = equipment[index];
  if (!expired) return;
  throw invalid('EQUIPMENT_EXPIRED', pointerOf(index), {
    zh: `设备“${expired.name}”在 ${on} 已超过校准有效期(${expired.validUntil})`,
    en: `The calibration of "${expired.name}" had run out (${expired.validUntil}) on ${on}`,
  });
}
