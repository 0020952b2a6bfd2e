import type { Language } from '../i18n/language.js';

const ZONE = 'Asia/Shanghai';
const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}:${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options });
  formats.set(key, known);
  return known;
}

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const MOMENT: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };

/** 2026年11月26日 */
export const dayText = (iso: string, language: Language): string => format(language, 'day', DAY).format(new Date(iso));

/** 11月26日 17:30 */
export const momentText = (iso: string, language: Language): string =>
  format(language, 'moment', { ...MOMENT, hour12: false }).format(new Date(iso));

/** With the year, for the record. */
export const instantText = (iso: string, language: Language): string =>
  format(language, 'instant', { ...MOMENT, year: 'numeric', hour12: false }).format(new Date(iso));

/** 17:30 */
export const clockText = (iso: string, language: Language): string =>
  format(language, 'clock', CLOCK).format(new Date(iso));

/** The day in China that an instant falls on, as `2026-11-26`. */
export const chinaDay = (instant: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(instant);

/** `2026-11-26` moved by days. */
export function moveDay(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** What an input for a local date and time holds, as the instant it is in China: `2026-11-26T09:00+08:00`. */
export const chinaInstant = (local: string): string => `${local.slice(0, 16)}:00+08:00`;

/** The last minute of a day in China, as an instant in UTC: `2026-11-26` is good until `2026-11-26T15:59:00Z`. */
export const endOfChinaDay = (day: string): string =>
  day && new Date(`${day}T23:59:00+08:00`).toISOString().replace('.000', '');
