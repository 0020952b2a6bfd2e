import type { LocalizedText } from '@nqi/kernel';

/** `UNJUDGED` wants a person's explicit verdict; `REPORTED` is a value that nobody judges. */
export type Verdict = 'PASS' | 'FAIL' | 'UNJUDGED' | 'REPORTED';

export const VERDICT_NAMES: Readonly<Record<Verdict, LocalizedText>> = {
  PASS: { zh: '合格', en: 'Pass' },
  FAIL: { zh: '不合格', en: 'Fail' },
  UNJUDGED: { zh: '待判定', en: 'To be judged' },
  REPORTED: { zh: '实测值', en: 'Reported' },
};
