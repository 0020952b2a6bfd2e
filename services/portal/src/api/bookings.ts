import { call, callVersioned, type Versioned } from './http.js';
import type { Page } from './shapes.js';

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

export interface Booking {
  readonly id: string;
  readonly bookingNo: string;
  readonly resourceId: string;
  /** Institution that owns the resource. */
  readonly ownerId: string;
  readonly start: string;
  readonly end: string;
  readonly booker: { readonly kind: string; readonly id: string; readonly name: string };
  readonly purpose: string;
  readonly ticketId?: string;
  readonly feeFen: number;
  readonly status: BookingStatus;
  readonly checkedInAt?: string;
  readonly dueAt?: string;
  readonly version: number;
  /** States that people can bring it to. */
  readonly next: readonly BookingStatus[];
  readonly history?: readonly BookingEvent[];
}

export interface BookingEvent {
  readonly at: string;
  readonly status: BookingStatus;
  readonly actor: string;
  readonly reason?: string;
}

export const BOOKING_STEPS = ['confirm', 'check-in', 'complete', 'no-show', 'cancel'] as const;
export type BookingStep = (typeof BOOKING_STEPS)[number];

export interface BookingWish {
  readonly resourceId: string;
  readonly start: string;
  readonly end: string;
  readonly purpose: string;
  readonly ticketId?: string;
}

const all = '/network/bookings';
const one = (id: string): string => `${all}/${encodeURIComponent(id)}`;

export const listBookings = (
  filters: { readonly status?: string; readonly resourceId?: string; readonly ticketId?: string },
  cursor?: string,
): Promise<Page<Booking>> => call(all, { query: { ...filters, limit: 30, cursor } });

export const readBooking = (id: string): Promise<Versioned<Booking>> => callVersioned(one(id));

export const requestBooking = (body: BookingWish, idempotencyKey: string): Promise<Booking> =>
  call(all, { method: 'POST', body, idempotencyKey });

export const stepBooking = (id: string, step: BookingStep, body: object, ifMatch?: string): Promise<Booking> =>
  call(`${one(id)}/${step}`, { method: 'POST', body, ifMatch });
