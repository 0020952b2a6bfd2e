import { DomainError, shanghaiDate, type LocalizedText } from '@nqi/kernel';

/** What a domain says of the days its people enter; the errors carry the domain's own code. */
export interface DateRules {
  /** Refuses a day that has not come, for things that have been done. */
  assertNotAhead(date: string, at: Date, pointer: string): void;
  /** Refuses a day before another that came first. */
  assertNotBefore(date: string, earlier: string | undefined, pointer: string): void;
}

export function dateRules(codePrefix: string): DateRules {
  const invalid = (code: string, pointer: string, text: LocalizedText): DomainError =>
    new DomainError(`${codePrefix}.${code}`, 'invalid', text, {}, pointer);
  return {
    assertNotAhead(date, at, pointer) {
      if (date <= shanghaiDate(at)) return;
      throw invalid('DATE_AHEAD', pointer, { zh: '日期不能晚于今天', en: 'The date lies in the future' });
    },
    assertNotBefore(date, earlier, pointer) {
      if (earlier === undefined || date >= earlier) return;
      throw invalid('DATE_TOO_EARLY', pointer, {
        zh: `日期不能早于 ${earlier}`,
        en: `The date lies before ${earlier}`,
      });
    },
  };
}
