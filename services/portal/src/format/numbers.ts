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

/** Working minutes as hours, short ones as minutes. */
export const hoursText = (minutes: number | null | undefined, language: Language): string =>
  minutes === undefined || minutes === null
    ? '—'
    : minutes < HOUR
      ? `${countText(minutes, language)} min`
      : `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(minutes / HOUR)} h`;

const FEN = 100;

/** Whole fen as yuan: ¥300.00 */
export const yuanText = (fen: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'CNY' }).format(fen / FEN);
