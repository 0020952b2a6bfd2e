import type { DomainError } from '@nqi/kernel';
import type { BookingEvent } from './booking.js';
import type { Resource } from './resource.js';
import type { Span } from './span.js';

/** Tells the other services what became of bookings and resources, in the transaction that it happened in. */
export abstract class BookingNews {
  abstract tell(bookingId: string, events: readonly BookingEvent[]): Promise<void>;

  /** Of each booking of the resource that waits or is promised and that `refusalOf` no longer lets be used. */
  abstract tellUnusable(
    resource: Resource,
    refusalOf: (during: Span) => DomainError | undefined,
    at: Date,
  ): Promise<void>;

  /** That the last day of its calibration has passed. */
  abstract tellCalibrationEnded(resource: Resource, calibratedUntil: string, at: Date): Promise<void>;
}
