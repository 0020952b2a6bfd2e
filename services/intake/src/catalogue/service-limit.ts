import type { Span } from '@nqi/kernel';

export const LIMIT_UNITS = ['working-hour', 'working-day', 'calendar-day'] as const;

/** A limit in the unit in which a law or a promise states it. */
export interface ServiceLimit extends Span {
  readonly unit: (typeof LIMIT_UNITS)[number];
}

const HOURS_A_DAY = 8;
const DAYS_A_WEEK = 7;
const WORKING_DAYS_A_WEEK = 5;

/** About as many whole working days, for adding up limits of different units; at least one. */
export function workingDaysOf({ unit, n }: ServiceLimit): number {
  switch (unit) {
    case 'working-hour':
      return Math.max(1, Math.ceil(n / HOURS_A_DAY));
    case 'working-day':
      return n;
    case 'calendar-day':
      return Math.max(1, Math.ceil((n * WORKING_DAYS_A_WEEK) / DAYS_A_WEEK));
  }
}
