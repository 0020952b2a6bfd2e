import type { Access } from '@nqi/platform';
import type { Booking, BookingEvent, BookingRecord, BookingStatus } from './booking.js';
import type { Span } from './span.js';

/** A booking as it is kept, with the number people know it by. */
export interface StoredBooking extends BookingRecord {
  readonly number: number;
}

export interface BookingCriteria {
  readonly access: Access;
  readonly statuses?: readonly BookingStatus[];
  readonly resourceId?: string;
  readonly ticketId?: string;
  /** Id before which the page begins; ids rise with time. */
  readonly before?: string;
  readonly limit: number;
}

/** Where bookings are kept. Reads are limited to the caller's reach: what it booked, and what it owns. */
export abstract class BookingRepository {
  /** Throws `BOOKING.TAKEN` when a live booking of the resource shares an instant with it. */
  abstract add(booking: Booking): Promise<StoredBooking>;

  /** Changes one under its row lock, with its history in the same transaction; `not_found` when out of reach. */
  abstract update(
    id: string,
    access: Access,
    change: (booking: Booking) => void | Promise<void>,
  ): Promise<StoredBooking>;

  /** The same for all that serve a ticket; answers how many of them changed. */
  abstract updateOfTicket(ticketId: string, change: (booking: Booking) => void): Promise<number>;

  /** The same for one, whoever's it is: what the system does by itself. */
  abstract updateAny(id: string, change: (booking: Booking) => void): Promise<void>;

  /** The newest first; one more than the limit, when there are more. */
  abstract find(criteria: BookingCriteria): Promise<StoredBooking[]>;

  abstract get(id: string, access: Access): Promise<StoredBooking | undefined>;

  /** Oldest first. */
  abstract history(id: string): Promise<BookingEvent[]>;

  /** All of a resource that touch the frame, whoever made them. */
  abstract during(resourceId: string, frame: Span): Promise<StoredBooking[]>;

  /** True when the ticket is open and within reach; it then stays open until the transaction ends. */
  abstract holdTicket(ticketId: string, access: Access): Promise<boolean>;
}
