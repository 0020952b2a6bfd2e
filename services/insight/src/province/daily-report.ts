import { addDays, dayOfDate, shanghaiDate, shanghaiTimeOfDay } from '@nqi/kernel';
import type { Share } from '../figures/figures.js';

export const OFFICE_LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'PARK'] as const;
export type OfficeLevel = (typeof OFFICE_LEVELS)[number];

/** Tickets of one service at the offices of one level, on one day. */
export interface DailyRow {
  readonly serviceCode: string;
  readonly level: OfficeLevel;
  /** Filed on the day. */
  readonly filed: number;
  /** Accepted, resolved, cancelled on the day, whenever they were filed. */
  readonly accepted: number;
  readonly resolved: number;
  readonly cancelled: number;
  /** At the end of the day: not accepted yet, and accepted but not ended. */
  readonly waiting: number;
  readonly working: number;
}

/** What happened in a city on one day, and how it stood at the day's end. */
export interface DailyFigures {
  readonly rows: readonly DailyRow[];
  /** Of what was accepted, and resolved, on the day. */
  readonly acceptedOnTime: Share;
  readonly resolvedOnTime: Share;
  /** Of the requests completed on the day. */
  readonly satisfaction: { readonly rated: number; readonly averageStars?: number };
}

/** A report as it was made; the first version of a day is the report, each later one corrects it. */
export interface DailyReport {
  readonly id: string;
  /** GB/T 2260 code. */
  readonly city: string;
  readonly day: string;
  readonly version: number;
  readonly figures: DailyFigures;
  readonly madeAt: Date;
}

/** In the night events of the evening are still on their way. */
const DUE_MINUTES_AFTER_MIDNIGHT = 30;
const MINUTE_MS = 60_000;
/** So long what is known late corrects what was said. */
export const CORRECTED_FOR_DAYS = 7;
/** A city that was silent longer than that begins anew. */
const MOST_DAYS_CAUGHT_UP = 30;

/** The newest day that a report is due of. */
export function lastDueDay(now: Date): string {
  const late = shanghaiTimeOfDay(now) >= DUE_MINUTES_AFTER_MIDNIGHT * MINUTE_MS;
  return addDays(shanghaiDate(now), late ? -1 : -2);
}

/** Days without a report, oldest first; a city that never reported begins with the newest. */
export function daysToReport(now: Date, lastReported: string | undefined): string[] {
  const until = lastDueDay(now);
  const earliest = addDays(until, 1 - MOST_DAYS_CAUGHT_UP);
  const next = lastReported === undefined ? until : addDays(lastReported, 1);
  return daysFrom(next < earliest ? earliest : next, until);
}

/** Days whose report may still be corrected, oldest first. */
export function daysToCheck(now: Date): string[] {
  const until = lastDueDay(now);
  return daysFrom(addDays(until, 1 - CORRECTED_FOR_DAYS), until);
}

function daysFrom(first: string, last: string): string[] {
  const count = Math.max(dayOfDate(last) - dayOfDate(first) + 1, 0);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** So long a report is tried; what the province did not take by then a person sends again. */
export const TELL_FOR_MS = 30 * 24 * 60 * MINUTE_MS;

export const REPORT_TYPES = ['report.daily', 'report.corrected'] as const;

/** What is sent, and signed. */
export function reportMessage({ city, day, version, figures, madeAt }: DailyReport) {
  const type = version === 1 ? REPORT_TYPES[0] : REPORT_TYPES[1];
  return { type, timestamp: madeAt.toISOString(), data: { city, day, version, figures } };
}

/** `HUB-370400` is the hub of the city 370400. */
export const cityOf = (hubCode: string): string => hubCode.slice('HUB-'.length);
