import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DueRunner } from '../due/due.runner.js';
import { DueBookings } from './due-bookings.repository.js';

@Injectable()
export class BookingDueRunner extends DueRunner {
  constructor(bookings: DueBookings, clock: Clock) {
    super('bookings', bookings, clock);
  }
}
