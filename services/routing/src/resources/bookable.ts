import { DAY_MS, shanghaiDate, shanghaiInstant, type DomainError } from '@nqi/kernel';
import { openWindows, type WorkingDays } from './opening-hours.js';
import {
  calibrationTooShort,
  inThePast,
  offGrid,
  outOfService,
  outsideWindows,
  tooFarAhead,
} from './resource.errors.js';
import { statusOf, type Resource } from './resource.js';
import { MINUTE_MS, contains, minutesOf, type Span } from './span.js';

/** Bookings are taken this far ahead. */
export const BOOKING_DAYS_AHEAD = 90;

/** The time that can be booked at all, seen from now. */
export function bookingFrame(now: Date): Span {
  return { start: now, end: new Date(now.getTime() + BOOKING_DAYS_AHEAD * DAY_MS) };
}

/**
 * Why a resource cannot be used at that time, other bookings aside; undefined when it can. Asked when a booking is made
 * and once more when it is confirmed, since calibration and state may have changed meanwhile.
 */
export function useRefusal(resource: Resource, during: Span, days: WorkingDays): DomainError | undefined {
  if (resource.state !== 'IN_SERVICE') return outOfService(statusOf(resource, during.start));
  const { calibratedUntil, slotMinutes } = resource;
  if (calibratedUntil !== undefined && lastDayOf(during) > calibratedUntil) return calibrationTooShort(calibratedUntil);
  const window = [...openWindows(resource, days, during)].find((open) => contains(open, during));
  if (!window || during.start >= during.end) return outsideWindows();
  const lead = minutesOf({ start: window.start, end: during.start });
  return lead % slotMinutes === 0 && minutesOf(during) % slotMinutes === 0 ? undefined : offGrid(slotMinutes);
}

/** Why a booking of that time is not taken now, other bookings aside. */
export function bookingRefusal(
  resource: Resource,
  during: Span,
  days: WorkingDays,
  now: Date,
): DomainError | undefined {
  if (during.start < now) return inThePast();
  if (during.end > bookingFrame(now).end) return tooFarAhead(BOOKING_DAYS_AHEAD);
  // A booking within a window is shorter than a day; a longer one need not be walked through to be refused.
  if (minutesOf(during) * MINUTE_MS > DAY_MS) return outsideWindows();
  return useRefusal(resource, during, days);
}

/** Working days of years whose holidays are not announced are guesses. */
export function isEstimated({ end }: Span, coverageUntil: string): boolean {
  return end > shanghaiInstant(coverageUntil, '24:00');
}

/** The date a span ends on; one that ends at midnight ends with the day before. */
function lastDayOf({ end }: Span): string {
  return shanghaiDate(new Date(end.getTime() - 1));
}
