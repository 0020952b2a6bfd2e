import { DEFAULT_WINDOWS } from '@nqi/kernel';
import { holidays, workingCalendarData } from '@nqi/reference-data';
import type { CalendarContent } from '../clocks/published-calendar.js';

/** The calendar as the reference data know it; no office keeps hours of its own. */
export function referenceCalendar(): CalendarContent {
  const { coverageFrom, coverageUntil } = workingCalendarData();
  return {
    days: holidays().map(({ date, type, nameZh, nameEn }) => ({ date, type, name: { zh: nameZh, en: nameEn } })),
    coverageFrom: coverageFrom ?? `${coverageUntil.slice(0, 4)}-01-01`,
    coverageUntil,
    windows: DEFAULT_WINDOWS,
    offices: {},
    sources: {},
  };
}
