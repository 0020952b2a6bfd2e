import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS } from '@nqi/kernel';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { bookingFrame } from './bookable.js';
import { usedSpan, type BookingStatus } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { freeSlots } from './earliest-slot.js';
import { bookableWindows, openWindows } from './opening-hours.js';
import { frameTooLong, noSuchResource } from './resource.errors.js';
import { ResourceRepository } from './resource.repository.js';
import { slotView, type SlotListView, type SlotView, type UtilisationView } from './resource.view.js';
import { common, minutesWithin, type Span } from './span.js';

const LONGEST_SLOT_FRAME_DAYS = 31;
const LONGEST_USE_FRAME_DAYS = 366;
const MOST_SLOTS = 500;
/** What counts as booked: cancelled time and time nobody came for was not. */
const BOOKED: readonly BookingStatus[] = ['REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED'];

/** When a resource is free, and how well it is used. */
@Injectable()
export class ReadSlotsQuery {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly bookings: BookingRepository,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  /** Free slots between the two instants, as far as bookings are taken now. */
  async slots(id: string, asked: Span, minutes?: number): Promise<SlotListView> {
    const resource = await this.resource(id);
    assertLength(asked, LONGEST_SLOT_FRAME_DAYS);
    const frame = common(asked, bookingFrame(this.clock.now()));
    if (!frame) return { items: [], more: false };
    const taken = await this.resources.taken([id], frame);
    const step = resource.slotMinutes;
    const slots = freeSlots({
      open: bookableWindows(resource, this.calendar.working, frame),
      taken: taken.get(id) ?? [],
      frame,
      minutes: Math.ceil((minutes ?? step) / step) * step,
      stepMinutes: step,
    });
    const items: SlotView[] = [];
    for (const slot of slots) {
      if (items.length === MOST_SLOTS) return { items, more: true };
      items.push(slotView(slot, this.calendar.coverageUntil));
    }
    return { items, more: false };
  }

  async utilisation(id: string, frame: Span): Promise<UtilisationView> {
    const resource = await this.resource(id);
    assertLength(frame, LONGEST_USE_FRAME_DAYS);
    const now = this.clock.now();
    const bookings = await this.bookings.during(id, frame);
    const booked = bookings.filter(({ status }) => BOOKED.includes(status)).map(({ during }) => during);
    const used = bookings.map((booking) => usedSpan(booking, now)).filter((span) => span !== undefined);
    const availableMinutes = minutesWithin(frame, openWindows(resource, this.calendar.working, frame));
    const usedMinutes = minutesWithin(frame, used);
    return {
      availableMinutes,
      bookedMinutes: minutesWithin(frame, booked),
      usedMinutes,
      ...(availableMinutes > 0 && { utilisation: usedMinutes / availableMinutes }),
    };
  }

  private async resource(id: string) {
    const resource = await this.resources.get(id);
    if (!resource) throw noSuchResource(id);
    return resource;
  }
}

function assertLength({ start, end }: Span, days: number): void {
  const length = end.getTime() - start.getTime();
  if (!(length > 0 && length <= days * DAY_MS)) throw frameTooLong(days);
}
