import { DomainError } from './domain-error.js';

/**
 * Civil time in Asia/Shanghai, without a time-zone database: China has kept +08:00 all year since its last summer time
 * in 1991, so instants before 1992 may be an hour off.
 */
const OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/;

/** Days since 1970-01-01 on the Shanghai calendar. */
export function shanghaiDay(at: Date): number {
  return Math.floor((at.getTime() + OFFSET_MS) / DAY_MS);
}

/** Milliseconds since Shanghai midnight. */
export function shanghaiTimeOfDay(at: Date): number {
  return at.getTime() + OFFSET_MS - shanghaiDay(at) * DAY_MS;
}

/** The calendar date an instant falls on in Shanghai, `YYYY-MM-DD`. */
export function shanghaiDate(at: Date): string {
  return dateOfDay(shanghaiDay(at));
}

/** The instant of a Shanghai wall-clock reading; `24:00` is the end of that day. */
export function shanghaiInstant(date: string, time = '00:00'): Date {
  return instantOfDay(dayOfDate(date), timeOfDay(time));
}

export function instantOfDay(day: number, millisecondsAfterMidnight = 0): Date {
  return new Date(day * DAY_MS - OFFSET_MS + millisecondsAfterMidnight);
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function isDate(text: string): boolean {
  const millis = Date.parse(`${text}T00:00:00Z`);
  // Date.parse rolls 2026-02-30 over to March; a real date survives the round trip.
  return !Number.isNaN(millis) && new Date(millis).toISOString().slice(0, 10) === text;
}

export function dayOfDate(date: string): number {
  if (!isDate(date)) {
    throw new DomainError(
      'DATE.INVALID',
      'invalid',
      { zh: `不是有效日期：${date}`, en: `Not a date: ${date}` },
      { date },
    );
  }
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days);
}

/** The same day `months` later, or the last day of that month when it is shorter: 01-31 plus one month is 02-28. */
export function addMonths(date: string, months: number): string {
  const day = dayOfDate(date);
  const start = new Date(day * DAY_MS);
  const monthIndex = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay))).toISOString().slice(0, 10);
}

/** Milliseconds after midnight of `HH:mm`. */
export function timeOfDay(time: string): number {
  if (!TIME.test(time)) {
    throw new DomainError(
      'TIME.INVALID',
      'invalid',
      { zh: `不是有效时刻：${time}`, en: `Not a time of day: ${time}` },
      { time },
    );
  }
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
