import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  BookingCancelledSchema,
  BookingConfirmedSchema,
  BookingLapsedSchema,
  BookingNoShowSchema,
  BookingRequestedSchema,
  BookingUnusableSchema,
  ResourceCalibrationEndedSchema,
  fromTimestamp,
  type BookingCancelled,
  type BookingRef,
  type BookingRequested,
  type BookingUnusable,
  type ResourceCalibrationEnded,
  type ResourceRef,
} from '@nqi/contracts';
import { EventContext, OnEvent } from '@nqi/messaging';
import { AnnounceHandler } from '../inbox/announce.handler.js';
import { envelopeOf, promised } from './envelope.js';
import type { Happening } from './happening.js';
import { wallClock } from './wall-clock.js';

interface BookingNews {
  readonly resource?: ResourceRef;
  readonly booking?: BookingRef;
}

@Controller()
export class ResourceEventsConsumer {
  constructor(private readonly announce: AnnounceHandler) {}

  @OnEvent(BookingRequestedSchema)
  requested(@Payload() event: BookingRequested, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(ofBooking(event, context, { due: clock(event.answerDueAt) }));
  }

  @OnEvent(BookingConfirmedSchema, BookingLapsedSchema, BookingNoShowSchema)
  moved(@Payload() event: BookingNews, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(ofBooking(event, context));
  }

  @OnEvent(BookingCancelledSchema)
  cancelled(@Payload() event: BookingCancelled, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(ofBooking(event, context, { reason: event.reason }));
  }

  @OnEvent(BookingUnusableSchema)
  unusable(@Payload() event: BookingUnusable, @Ctx() context: EventContext): Promise<void> {
    return this.announce.execute(ofBooking(event, context, { why: { zh: event.reasonZh, en: event.reasonEn } }));
  }

  @OnEvent(ResourceCalibrationEndedSchema)
  calibrationEnded(@Payload() event: ResourceCalibrationEnded, @Ctx() context: EventContext): Promise<void> {
    const resource = promised(event.resource, 'resource');
    return this.announce.execute({
      ...envelopeOf(context.event),
      parties: { institution: resource.ownerId },
      subjects: { resource: resource.resourceId },
      facts: { ...resourceFacts(resource), until: event.calibratedUntil },
    });
  }
}

function ofBooking(news: BookingNews, { event }: EventContext, facts: Happening['facts'] = {}): Happening {
  const resource = promised(news.resource, 'resource');
  const booking = promised(news.booking, 'booking');
  return {
    ...envelopeOf(event),
    parties: { institution: resource.ownerId, booker: booking.bookerPath || booking.bookerId },
    subjects: { booking: booking.bookingId },
    facts: {
      ...resourceFacts(resource),
      bookingNo: booking.bookingNo,
      bookerName: booking.bookerName,
      from: clock(booking.startsAt),
      until: clock(booking.endsAt),
      ...facts,
    },
  };
}

const resourceFacts = ({ resourceNo, nameZh, nameEn }: ResourceRef): Happening['facts'] => ({
  resourceNo,
  resource: { zh: nameZh, en: nameEn },
});

const clock = (at: BookingRef['startsAt']): string => wallClock(fromTimestamp(promised(at, 'time')));
