import { DomainError, shanghaiDate, shanghaiInstant, type WorkingCalendar } from '@nqi/kernel';
import { ENDED, type TicketStatus } from '../tickets/ticket-state.js';

/** A ticket's enterprise may ask it to be hurried this often, and once a working day. */
export const MOST_URGES = 3;

/** One reminder of an enterprise (催办). */
export interface Urge {
  readonly at: Date;
  /** Working day it counts for. */
  readonly day: string;
}

/** What is left of the reminders of a ticket. */
export interface UrgeAllowance {
  readonly made: number;
  readonly left: number;
  readonly lastAt?: Date;
  /** From when on the next is heard; absent when none is left. */
  readonly nextFrom?: Date;
}

/** The working day that an instant counts for: its own date, or the next working day when that is none. */
export function urgeDay(at: Date, calendar: WorkingCalendar): string {
  return shanghaiDate(calendar.addWorkingDays(at, 0).at);
}

export function allowanceOf(
  status: TicketStatus,
  past: readonly Urge[],
  calendar: WorkingCalendar,
  now: Date,
): UrgeAllowance {
  const made = past.length;
  const last = past.at(-1);
  const left = ENDED.includes(status) ? 0 : Math.max(MOST_URGES - made, 0);
  const today = last?.day === urgeDay(now, calendar);
  const nextFrom = today ? shanghaiInstant(last.day, '24:00') : now;
  return { made, left, ...(last && { lastAt: last.at }), ...(left > 0 && { nextFrom }) };
}

/** The urge that an enterprise makes now. Throws `conflict` when it may not. */
export function urgeOf(status: TicketStatus, past: readonly Urge[], calendar: WorkingCalendar, now: Date): Urge {
  const allowance = allowanceOf(status, past, calendar, now);
  const { left, nextFrom } = allowance;
  if (ENDED.includes(status)) throw ticketEnded(status);
  if (left === 0 || nextFrom === undefined) throw nothingLeft();
  if (nextFrom > now) throw onceADay(nextFrom);
  return { at: now, day: urgeDay(now, calendar) };
}

function ticketEnded(status: TicketStatus): DomainError {
  const text = { zh: '该事项已结束，无需催办', en: 'The matter has ended; there is nothing to hurry' };
  return new DomainError('URGE.TICKET_ENDED', 'conflict', text, { status });
}

function nothingLeft(): DomainError {
  const text = { zh: `每件最多催办 ${MOST_URGES} 次`, en: `A matter can be urged ${MOST_URGES} times at most` };
  return new DomainError('URGE.NONE_LEFT', 'conflict', text, { most: MOST_URGES });
}

function onceADay(nextFrom: Date): DomainError {
  const text = { zh: '每个工作日只能催办一次', en: 'A matter can be urged once a working day' };
  return new DomainError('URGE.ONCE_A_DAY', 'conflict', text, { nextFrom: nextFrom.toISOString() });
}
