import { Injectable } from '@nestjs/common';
import { BookingRepository } from './booking.repository.js';

export interface ReleaseBookings {
  readonly ticketId: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/** Gives back what was booked for a ticket that is cancelled. What is in use or over stays as it is. */
@Injectable()
export class ReleaseBookingsHandler {
  constructor(private readonly bookings: BookingRepository) {}

  execute({ ticketId, reason, actor, at }: ReleaseBookings): Promise<number> {
    return this.bookings.updateOfTicket(ticketId, (booking) => booking.release({ actor, at }, reason));
  }
}
