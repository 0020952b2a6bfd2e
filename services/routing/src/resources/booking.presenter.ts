import { Injectable } from '@nestjs/common';
import { BookingRepository, type StoredBooking } from './booking.repository.js';
import { bookingView, type BookingPageView } from './booking.view.js';

/** A booking with its history, as single reads and changes answer it. */
@Injectable()
export class BookingPresenter {
  constructor(private readonly bookings: BookingRepository) {}

  async page(booking: StoredBooking): Promise<BookingPageView> {
    const events = await this.bookings.history(booking.id);
    const history = events.map(({ at, status, actor, reason }) => ({
      at: at.toISOString(),
      status,
      actor,
      ...(reason !== undefined && { reason }),
    }));
    return { ...bookingView(booking), history };
  }
}
