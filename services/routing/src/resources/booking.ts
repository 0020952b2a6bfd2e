import { Aggregate, assertMove, type Fen, type Moves } from '@nqi/kernel';
import { tooEarly, tooLate } from './booking.errors.js';
import { MINUTE_MS, common, type Span } from './span.js';

export const BOOKING_STATUSES = [
  'REQUESTED',
  'CONFIRMED',
  'CHECKED_IN',
  'COMPLETED',
  'NO_SHOW',
  'CANCELLED',
  'LAPSED',
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export const BOOKING_MOVES: Moves<BookingStatus> = {
  REQUESTED: ['CONFIRMED', 'CANCELLED', 'LAPSED'],
  CONFIRMED: ['CHECKED_IN', 'NO_SHOW', 'CANCELLED'],
  CHECKED_IN: ['COMPLETED'],
  COMPLETED: [],
  NO_SHOW: [],
  CANCELLED: [],
  LAPSED: [],
};

/** Who does what nobody does by hand. */
const SYSTEM = 'system';

/** Who is let in this long before the booked time begins. */
const EARLY_MINUTES = 30;

/** Who books: an enterprise, an office or an institution. */
export interface Booker {
  readonly kind: 'enterprise' | 'node' | 'institution';
  readonly id: string;
  readonly name: string;
}

export interface BookingRecord {
  readonly id: string;
  readonly resourceId: string;
  /** Institution that owns the resource and decides. */
  readonly ownerId: string;
  readonly during: Span;
  readonly booker: Booker;
  readonly requestedBy: string;
  readonly purpose: string;
  /** Ticket it serves; it is given back when that is cancelled. */
  readonly ticketId?: string;
  /** By the fee rule of the moment it was made. */
  readonly fee: Fen;
  readonly status: BookingStatus;
  readonly checkedInAt?: Date;
  readonly endedAt?: Date;
  /** When it lapses without an answer, or is a no-show without a check-in. */
  readonly dueAt?: Date;
  readonly version: number;
}

type Facts = Omit<BookingRecord, 'status' | 'version' | 'checkedInAt' | 'endedAt' | 'dueAt'>;

/** One line of a booking's history. */
export interface BookingEvent {
  readonly version: number;
  readonly status: BookingStatus;
  readonly actor: string;
  readonly at: Date;
  readonly reason?: string;
}

/** Who does something, and when. */
export interface BookingAct {
  readonly actor: string;
  readonly at: Date;
}

/** A resource's time promised to somebody. Every step is a line of its history and one version more. */
export class Booking extends Aggregate<BookingEvent> {
  private constructor(private state: BookingRecord) {
    super();
  }

  /** The owner answers until `answerBy`, and before the time begins. */
  static request(facts: Facts, at: Date, answerBy: Date): Booking {
    const { start } = facts.during;
    const dueAt = answerBy < start ? answerBy : start;
    const booking = new Booking({ ...facts, status: 'REQUESTED', dueAt, version: 1 });
    booking.record({ version: 1, status: 'REQUESTED', actor: facts.requestedBy, at });
    return booking;
  }

  static restore(record: BookingRecord): Booking {
    return new Booking(record);
  }

  snapshot(): BookingRecord {
    return this.state;
  }

  /** The owner promises it; not once the time has begun to run out unused. */
  confirm(act: BookingAct): void {
    this.assertCan('CONFIRMED');
    if (act.at >= this.state.during.end) throw tooLate();
    this.move('CONFIRMED', act, { dueAt: this.state.during.end });
  }

  checkIn(act: BookingAct): void {
    this.assertCan('CHECKED_IN');
    const { start, end } = this.state.during;
    const opensAt = new Date(start.getTime() - EARLY_MINUTES * MINUTE_MS);
    if (act.at < opensAt) throw tooEarly(opensAt);
    if (act.at >= end) throw tooLate();
    this.move('CHECKED_IN', act, { checkedInAt: act.at });
  }

  /** What is left of the booked time is free again. */
  complete(act: BookingAct): void {
    this.move('COMPLETED', act, { endedAt: act.at });
  }

  /** Nobody came; to be said only once the time has begun. */
  noShow(act: BookingAct): void {
    this.assertCan('NO_SHOW');
    const { start } = this.state.during;
    if (act.at < start) throw tooEarly(start);
    this.move('NO_SHOW', act, { endedAt: act.at });
  }

  /** Once the promised time has begun only the owner may: for its booker it is then a use or a no-show. */
  cancel(act: BookingAct, reason: string, by: 'owner' | 'booker'): void {
    this.assertCan('CANCELLED');
    const { status, during } = this.state;
    if (by === 'booker' && status === 'CONFIRMED' && act.at >= during.start) throw tooLate();
    this.move('CANCELLED', act, { endedAt: act.at }, reason);
  }

  /** Its ticket was cancelled: given back unless it is in use or over. */
  release(act: BookingAct, reason: string): void {
    if (BOOKING_MOVES[this.state.status].includes('CANCELLED')) this.cancel(act, reason, 'owner');
  }

  /**
   * Does what is due at that time: a wish without an answer lapses and its time is free again, a promise that nobody
   * used is a no-show. Nothing when it was answered or used meanwhile.
   */
  comeDue(at: Date): void {
    const { status, dueAt } = this.state;
    if (!dueAt || dueAt > at) return;
    this.move(status === 'REQUESTED' ? 'LAPSED' : 'NO_SHOW', { actor: SYSTEM, at }, { endedAt: at });
  }

  private assertCan(to: BookingStatus): void {
    assertMove(BOOKING_MOVES, this.state.status, to, 'BOOKING.ILLEGAL_MOVE');
  }

  private move(status: BookingStatus, act: BookingAct, facts: Partial<BookingRecord> = {}, reason?: string): void {
    this.assertCan(status);
    const version = this.state.version + 1;
    this.state = { ...this.state, dueAt: undefined, ...facts, status, version };
    this.record({ version, status, ...act, ...(reason !== undefined && { reason }) });
  }
}

/** The part of the booked time that was used, as far as it is known now. */
export function usedSpan({ status, during, checkedInAt, endedAt }: BookingRecord, now: Date): Span | undefined {
  if (!checkedInAt || (status !== 'CHECKED_IN' && status !== 'COMPLETED')) return undefined;
  return common(during, { start: checkedInAt, end: endedAt ?? now });
}
