import type { Language } from '../i18n/language.js';

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

export const countText = (count: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language]).format(count);

/** 96.4 %; a share of nothing is a dash, never 0 %. */
export const shareText = (rate: number | null | undefined, language: Language): string =>
  rate === undefined || rate === null
    ? '—'
    : new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(rate);

const HOUR = 60;
const TIME_UNITS: Record<Language, { readonly minutes: string; readonly hours: string }> = {
  zh: { minutes: '分钟', hours: '小时' },
  en: { minutes: 'min', hours: 'h' },
};

/** Working minutes as hours, short ones as minutes. */
export const hoursText = (minutes: number | null | undefined, language: Language): string =>
  minutes === undefined || minutes === null
    ? '—'
    : minutes < HOUR
      ? `${countText(minutes, language)} ${TIME_UNITS[language].minutes}`
      : `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(minutes / HOUR)} ${TIME_UNITS[language].hours}`;

const FEN = 100;

/** Yuan as they are typed, in whole fen. */
export const fenOfYuan = (yuan: number): number => Math.round(yuan * FEN);

export const yuanOfFen = (fen: number): number => fen / FEN;

/** Whole fen as yuan: ¥300.00 */
export const yuanText = (fen: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'CNY' }).format(fen / FEN);

const KIB = 1024;
const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** Bytes in the largest unit that keeps them above one: 1.5 MB */
export function sizeText(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / Math.log2(KIB)), UNITS.length - 1);
  const number = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(bytes / KIB ** step);
  return `${number} ${UNITS[step]}`;
}
