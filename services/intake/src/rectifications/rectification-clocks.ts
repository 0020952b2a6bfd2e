import type { WorkingCalendar } from '@nqi/kernel';
import { CASE_CLOCKS, isRunning, type CaseClock, type RectificationStatus } from './rectification-state.js';

/** Working days for each clock, from the day the case is opened (the city's defaults, design facts 5.2). */
export const CALL_BACK_DAYS = 1;
export const RECTIFY_DAYS = 5;
/** Once, with a reason. */
export const EXTENDED_DAYS = 15;

export interface CaseLimits {
  readonly callBackDueAt: Date;
  readonly rectifyDueAt: Date;
}

export function limitsFrom(openedAt: Date, calendar: WorkingCalendar): CaseLimits {
  return {
    callBackDueAt: calendar.addWorkingDays(openedAt, CALL_BACK_DAYS).at,
    rectifyDueAt: calendar.addWorkingDays(openedAt, RECTIFY_DAYS).at,
  };
}

export function extendedLimit(openedAt: Date, calendar: WorkingCalendar): Date {
  return calendar.addWorkingDays(openedAt, EXTENDED_DAYS).at;
}

export interface ClockedCase extends CaseLimits {
  readonly status: RectificationStatus;
  /** Clocks whose passing was told. */
  readonly overdueTold: readonly CaseClock[];
}

export const dueOf = (clock: CaseClock, { callBackDueAt, rectifyDueAt }: CaseLimits): Date =>
  clock === 'call-back' ? callBackDueAt : rectifyDueAt;

/** The clocks that run and whose passing has not been told, by due time. */
export function pendingClocks(found: ClockedCase): { clock: CaseClock; dueAt: Date }[] {
  return CASE_CLOCKS.filter((clock) => isRunning(clock, found.status) && !found.overdueTold.includes(clock))
    .map((clock) => ({ clock, dueAt: dueOf(clock, found) }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** True when a clock that still runs has passed. */
export function isOverdue(found: ClockedCase, now: Date): boolean {
  return CASE_CLOCKS.some((clock) => isRunning(clock, found.status) && dueOf(clock, found) < now);
}
