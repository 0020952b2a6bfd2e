import { DomainError, addDays, dayOfDate, isDate, shanghaiDate, type LocalizedText } from '@nqi/kernel';

/** Filing days in Shanghai, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const USUAL_DAYS = 30;
const LONGEST_DAYS = 366;

/** The period asked for; the last 30 days up to today unless said otherwise. Throws `invalid` for an impossible one. */
export function periodOf(asked: Partial<Period>, now: Date): Period {
  if (asked.from !== undefined) requireDate(asked.from, '/from');
  if (asked.to !== undefined) requireDate(asked.to, '/to');
  const to = asked.to ?? latest(shanghaiDate(now), asked.from);
  const from = asked.from ?? addDays(to, 1 - USUAL_DAYS);
  const days = dayOfDate(to) - dayOfDate(from) + 1;
  if (days < 1) throw wrongPeriod('/from', { zh: '起始日期晚于截止日期', en: 'The period ends before it begins' });
  if (days > LONGEST_DAYS) {
    throw wrongPeriod('/from', {
      zh: `统计区间不得超过 ${LONGEST_DAYS} 天`,
      en: `A period may have at most ${LONGEST_DAYS} days`,
    });
  }
  return { from, to };
}

const latest = (day: string, other: string | undefined): string => (other !== undefined && other > day ? other : day);

/** Throws `invalid` for what no calendar has. */
export function requireDate(text: string, pointer: string): void {
  if (!isDate(text)) throw wrongPeriod(pointer, { zh: '日期格式须为 YYYY-MM-DD', en: 'A date must be YYYY-MM-DD' });
}

function wrongPeriod(pointer: string, text: LocalizedText): DomainError {
  return new DomainError('INSIGHT.WRONG_PERIOD', 'invalid', text, {}, pointer);
}
