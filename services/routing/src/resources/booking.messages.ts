import {
  BookingCancelledSchema,
  BookingCheckedInSchema,
  BookingCompletedSchema,
  BookingConfirmedSchema,
  BookingLapsedSchema,
  BookingNoShowSchema,
  BookingRequestedSchema,
  BookingUnusableSchema,
  ResourceCalibrationEndedSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import type { DomainError, LocalizedText } from '@nqi/kernel';
import { bookingNo } from './booking-number.js';
import type { BookingEvent } from './booking.js';
import type { StoredBooking } from './booking.repository.js';

const TOPIC = TOPICS.resource;

/** What an event says of the resource it is about. */
export interface ResourceFacts {
  readonly id: string;
  readonly no: string;
  readonly name: LocalizedText;
  readonly ownerId: string;
  readonly nodeCode: string;
}

export interface BookingFacts {
  readonly booking: StoredBooking;
  /** Of the office that booked; empty for another booker. */
  readonly bookerPath: string;
  readonly resource: ResourceFacts;
}

/** What the other services hear of a booking's event. */
export function bookingMessage(
  facts: BookingFacts,
  { status, at, actor, version, reason }: BookingEvent,
): EventMessage {
  const key = facts.resource.id;
  const refs = { resource: resourceRef(facts.resource), booking: bookingRef(facts, version) };
  const time = toTimestamp(at);
  switch (status) {
    case 'REQUESTED': {
      const answerDueAt = toTimestamp(facts.booking.dueAt ?? facts.booking.during.start);
      return eventMessage(TOPIC, key, BookingRequestedSchema, { ...refs, requestedAt: time, answerDueAt });
    }
    case 'CONFIRMED':
      return eventMessage(TOPIC, key, BookingConfirmedSchema, { ...refs, confirmedAt: time });
    case 'CHECKED_IN':
      return eventMessage(TOPIC, key, BookingCheckedInSchema, { ...refs, checkedInAt: time });
    case 'COMPLETED':
      return eventMessage(TOPIC, key, BookingCompletedSchema, { ...refs, completedAt: time });
    case 'CANCELLED': {
      const why = { reason: reason ?? '', cancelledBy: actor };
      return eventMessage(TOPIC, key, BookingCancelledSchema, { ...refs, ...why, cancelledAt: time });
    }
    case 'LAPSED':
      return eventMessage(TOPIC, key, BookingLapsedSchema, { ...refs, lapsedAt: time });
    case 'NO_SHOW':
      return eventMessage(TOPIC, key, BookingNoShowSchema, { ...refs, noticedAt: time });
  }
}

export function bookingUnusable(facts: BookingFacts, { code, text }: DomainError, at: Date): EventMessage {
  return eventMessage(TOPIC, facts.resource.id, BookingUnusableSchema, {
    resource: resourceRef(facts.resource),
    booking: bookingRef(facts, facts.booking.version),
    reasonCode: code,
    reasonZh: text.zh,
    reasonEn: text.en,
    noticedAt: toTimestamp(at),
  });
}

export function calibrationEnded(resource: ResourceFacts, calibratedUntil: string, at: Date): EventMessage {
  return eventMessage(TOPIC, resource.id, ResourceCalibrationEndedSchema, {
    resource: resourceRef(resource),
    calibratedUntil,
    noticedAt: toTimestamp(at),
  });
}

function resourceRef({ id, no, name, ownerId, nodeCode }: ResourceFacts) {
  return { resourceId: id, resourceNo: no, nameZh: name.zh, nameEn: name.en, ownerId, nodeCode };
}

function bookingRef({ booking, bookerPath }: BookingFacts, version: number) {
  const { id, number, during, booker, ticketId, purpose } = booking;
  return {
    bookingId: id,
    bookingNo: bookingNo(during, number),
    startsAt: toTimestamp(during.start),
    endsAt: toTimestamp(during.end),
    bookerKind: booker.kind,
    bookerId: booker.id,
    bookerName: booker.name,
    bookerPath,
    ticketId: ticketId ?? '',
    purpose,
    version,
  };
}
