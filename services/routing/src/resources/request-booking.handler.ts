import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { Idempotency, type Access } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { ticketNotUsable } from './booking.errors.js';
import { bookingRefusal } from './bookable.js';
import { Booking } from './booking.js';
import { BookingRepository } from './booking.repository.js';
import { bookingView, type BookingView } from './booking.view.js';
import { noSuchResource } from './resource.errors.js';
import { feeOf } from './resource.js';
import { ResourceRepository } from './resource.repository.js';
import { type Span } from './span.js';

/** A wish is answered within this many working days. */
const ANSWER_DAYS = 1;

export interface RequestBooking {
  readonly resourceId: string;
  readonly during: Span;
  readonly purpose: string;
  readonly ticketId?: string;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

/** Books a resource for the caller's organisation, or refuses. Of many who want the same time exactly one gets it. */
@Injectable()
export class RequestBookingHandler {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly resources: ResourceRepository,
    private readonly bookings: BookingRepository,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  execute(command: RequestBooking): Promise<BookingView> {
    const { access, idempotencyKey, during, ...wish } = command;
    // Instants as text: a repeat is told by the JSON of its body.
    const body = { ...wish, start: during.start.toISOString(), end: during.end.toISOString() };
    const owner = `${access.principal.organizationId}/booking.request`;
    return this.idempotency.once(owner, idempotencyKey, body, () =>
      this.database.transaction(async () => bookingView(await this.book(command))),
    );
  }

  /** The ticket before the resource: the order in which everybody locks them. */
  private async book({ resourceId, during, purpose, ticketId, access }: RequestBooking) {
    if (ticketId !== undefined && !(await this.bookings.holdTicket(ticketId, access))) throw ticketNotUsable(ticketId);
    const resource = await this.resources.lock(resourceId);
    if (!resource) throw noSuchResource(resourceId, '/resourceId');
    // Asked once the lock is held, so that nobody books a time that went by while they waited.
    const now = this.clock.now();
    const refusal = bookingRefusal(resource, during, this.calendar.working, now);
    if (refusal) throw refusal;
    const { organizationKind: kind, organizationId: id, organizationName: name, username } = access.principal;
    const facts = {
      id: newId(),
      resourceId,
      ownerId: resource.ownerId,
      during,
      booker: { kind, id, name },
      requestedBy: username,
      purpose,
      ...(ticketId !== undefined && { ticketId }),
      fee: feeOf(resource.fee, during),
    };
    const answerBy = this.calendar.working.addWorkingDays(now, ANSWER_DAYS).at;
    return this.bookings.add(Booking.request(facts, now, answerBy));
  }
}
