import type { WorkingCalendar } from '@nqi/kernel';
import type { ReferralRecord } from './referral.js';

/** An offer is answered within this many working days. */
const ANSWER_DAYS = 1;
/** A return that is this many working days late is the business of the owner's lead and the hub. */
const ESCALATION_DAYS = 1;

export interface ReferralDue {
  readonly at: Date;
  /** Counted over days whose holidays are not announced yet. */
  readonly estimated: boolean;
  /** What waits was or will be late. */
  readonly isLate: boolean;
}

/**
 * The referral's own clock: an answer within a working day of the offer, then the agreed days from receiving. It runs
 * inside the ticket's: what the partner has to give back is never due later than the ticket. Undefined while neither
 * is awaited of the partner.
 */
export function dueOf(
  { status, limitDays, offeredAt, receivedAt, returnedAt }: ReferralRecord,
  ticketDueAt: Date,
  calendar: WorkingCalendar,
  now: Date,
): ReferralDue | undefined {
  if (status === 'OFFERED' && offeredAt) {
    const { at, estimated } = calendar.addWorkingDays(offeredAt, ANSWER_DAYS);
    return { at, estimated, isLate: now > at };
  }
  if (!receivedAt) return undefined;
  const agreed = calendar.addWorkingDays(receivedAt, limitDays);
  const at = agreed.at < ticketDueAt ? agreed.at : ticketDueAt;
  return { at, estimated: agreed.estimated, isLate: (returnedAt ?? now) > at };
}

/** What the system does by itself, and when. */
export interface ReferralTurn {
  readonly turn: 'LAPSE' | 'OVERDUE' | 'ESCALATED';
  readonly at: Date;
}

/** The next thing that comes due of a referral, undefined while nothing does. */
export function nextTurn(
  record: ReferralRecord,
  ticketDueAt: Date,
  calendar: WorkingCalendar,
): ReferralTurn | undefined {
  const { status, notices } = record;
  if (status !== 'OFFERED' && status !== 'RECEIVED') return undefined;
  const due = dueOf(record, ticketDueAt, calendar, ticketDueAt);
  if (!due) return undefined;
  if (status === 'OFFERED') return { turn: 'LAPSE', at: due.at };
  if (notices === 0) return { turn: 'OVERDUE', at: due.at };
  if (notices > 1) return undefined;
  return { turn: 'ESCALATED', at: calendar.addWorkingDays(due.at, ESCALATION_DAYS).at };
}
