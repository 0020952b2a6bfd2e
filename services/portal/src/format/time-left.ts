import { chinaDay, moveDay } from './times.js';

/** What days are off or worked against the rule of the week. A day that is not in it follows the week. */
export type DayExceptions = ReadonlyMap<string, 'holiday' | 'makeup_workday'>;

export type TimeLeft =
  | { readonly kind: 'overdue'; readonly minutes: number }
  | { readonly kind: 'hours'; readonly minutes: number }
  | { readonly kind: 'days'; readonly days: number };

const MINUTE = 60_000;
const FARTHEST = 400;

export const isWorkingDay = (day: string, exceptions: DayExceptions): boolean => {
  const exception = exceptions.get(day);
  if (exception) return exception === 'makeup_workday';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** Time until a due instant as people count it: working days that are still to come, hours on the last day. */
export function timeLeft(now: Date, dueAt: string, exceptions: DayExceptions): TimeLeft {
  const due = new Date(dueAt);
  const minutes = Math.floor((due.getTime() - now.getTime()) / MINUTE);
  if (minutes < 0) return { kind: 'overdue', minutes: -minutes };
  const days = workingDaysAfter(chinaDay(now), chinaDay(due), exceptions);
  return days === 0 ? { kind: 'hours', minutes } : { kind: 'days', days };
}

/** Working days after one day up to and with another; calendar time beyond a year is cut. */
function workingDaysAfter(day: string, last: string, exceptions: DayExceptions): number {
  let count = 0;
  for (let next = moveDay(day, 1), steps = 0; next <= last && steps < FARTHEST; next = moveDay(next, 1), steps++) {
    if (isWorkingDay(next, exceptions)) count++;
  }
  return count;
}
