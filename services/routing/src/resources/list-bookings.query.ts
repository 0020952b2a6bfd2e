import { Injectable } from '@nestjs/common';
import { DEFAULT_PAGE, decodeIdCursor, toPage, type Access, type Page } from '@nqi/platform';
import { noSuchBooking } from './booking.errors.js';
import { type BookingStatus } from './booking.js';
import { BookingPresenter } from './booking.presenter.js';
import { BookingRepository } from './booking.repository.js';
import { bookingView, type BookingPageView, type BookingView } from './booking.view.js';

export interface ListBookings {
  readonly access: Access;
  readonly statuses?: readonly BookingStatus[];
  readonly resourceId?: string;
  readonly ticketId?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Bookings within the caller's reach. */
@Injectable()
export class ListBookingsQuery {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly presenter: BookingPresenter,
  ) {}

  async execute({ limit = DEFAULT_PAGE, cursor, ...criteria }: ListBookings): Promise<Page<BookingView>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const found = await this.bookings.find({ ...criteria, limit, ...(before !== undefined && { before }) });
    return toPage(found, limit, ({ id }) => [id], bookingView);
  }

  async one(id: string, access: Access): Promise<BookingPageView> {
    const booking = await this.bookings.get(id, access);
    if (!booking) throw noSuchBooking(id);
    return this.presenter.page(booking);
  }
}
