import { DomainError, shanghaiDate, type LocalizedText } from '@nqi/kernel';

const invalid = (code: string, pointer: string, text: LocalizedText): DomainError =>
  new DomainError(`METROLOGY.${code}`, 'invalid', text, {}, pointer);

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

/** A measurement standard that has expired carries no traceability. */
export function assertStandardsValid(
  standards: readonly { readonly name: string; readonly validUntil: string }[],
  on: string,
  pointerOf: (index: number) => string,
): void {
  const expired = standards.findIndex(({ validUntil }) => validUntil < on);
  const standard = standards[expired];
  if (!standard) return;
  throw invalid('STANDARD_EXPIRED', pointerOf(expired), {
    zh: `计量标准器“${standard.name}”在 ${on} 已超过有效期(${standard.validUntil})`,
    en: `The standard "${standard.name}" had expired (${standard.validUntil}) on ${on}`,
  });
}
