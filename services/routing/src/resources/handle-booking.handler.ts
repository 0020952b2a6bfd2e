import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { useRefusal } from './bookable.js';
import { type Booking, type BookingAct } from './booking.js';
import { BookingRepository, type StoredBooking } from './booking.repository.js';
import { noSuchResource } from './resource.errors.js';
import { ResourceRepository } from './resource.repository.js';

/** Which booking a person wants to change, as that person saw it. */
export interface BookingTarget {
  readonly bookingId: string;
  readonly access: Access;
  readonly expectedVersion?: number;
}

export type BookingStep = 'confirm' | 'check-in' | 'complete' | 'no-show';

/** Takes a booking one step further: by the people of the owning institution, or a cancellation by its booker too. */
@Injectable()
export class HandleBookingHandler {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly resources: ResourceRepository,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  execute(target: BookingTarget, step: BookingStep): Promise<StoredBooking> {
    return this.change(target, async (booking, act) => {
      switch (step) {
        case 'confirm':
          await this.assertUsable(booking);
          return booking.confirm(act);
        case 'check-in':
          await this.assertUsable(booking);
          return booking.checkIn(act);
        case 'complete':
          return booking.complete(act);
        case 'no-show':
          return booking.noShow(act);
      }
    });
  }

  cancel(target: BookingTarget, reason: string): Promise<StoredBooking> {
    return this.change(target, (booking, act) => {
      const isOwner = booking.snapshot().ownerId === target.access.principal.organizationId;
      booking.cancel(act, reason, isOwner ? 'owner' : 'booker');
    });
  }

  private change(
    { bookingId, access, expectedVersion }: BookingTarget,
    step: (booking: Booking, act: BookingAct) => void | Promise<void>,
  ): Promise<StoredBooking> {
    const act = { actor: access.principal.username, at: this.clock.now() };
    return this.bookings.update(bookingId, access, (booking) => {
      assertVersion(expectedVersion, booking.snapshot().version);
      return step(booking, act);
    });
  }

  /** Calibration and state may have changed since it was booked. */
  private async assertUsable(booking: Booking): Promise<void> {
    const { resourceId, during } = booking.snapshot();
    const resource = await this.resources.lock(resourceId);
    if (!resource) throw noSuchResource(resourceId);
    const refusal = useRefusal(resource, during, this.calendar.working);
    if (refusal) throw refusal;
  }
}
