import type { BookingRecord } from './booking.js';
import type { StoredBooking } from './booking.repository.js';

/* Rows of bookings and how they become domain objects. */

export interface BookingRow {
  id: string;
  number: string;
  resource_id: string;
  owner_id: string;
  start: Date;
  end: Date;
  booker_kind: BookingRecord['booker']['kind'];
  booker_id: string;
  booker_name: string;
  requested_by: string;
  purpose: string;
  ticket_id: string | null;
  fee_fen: string;
  status: BookingRecord['status'];
  checked_in_at: Date | null;
  ended_at: Date | null;
  due_at: Date | null;
  version: number;
}

export const BOOKING_COLUMNS = `b.id, b.number, b.resource_id, b.owner_id, lower(b.during) AS start,
  upper(b.during) AS end, b.booker_kind, b.booker_id, b.booker_name, b.requested_by, b.purpose, b.ticket_id,
  b.fee_fen, b.status, b.checked_in_at, b.ended_at, b.due_at, b.version`;

export const ADD_BOOKING = `
  INSERT INTO booking AS b (id, resource_id, owner_id, during, booker_kind, booker_id, booker_name, requested_by,
    purpose, ticket_id, fee_fen, status, version, due_at)
  VALUES ($1, $2, $3, tstzrange($4, $5), $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  RETURNING ${BOOKING_COLUMNS}`;
export const UPDATE_BOOKING = `
  UPDATE booking AS b SET status = $2, checked_in_at = $3, ended_at = $4, version = $5, due_at = $6 WHERE b.id = $1`;
export const ADD_BOOKING_HISTORY = `
  INSERT INTO booking_history (booking_id, version, at, status, actor, reason) VALUES ($1, $2, $3, $4, $5, $6)`;
export const BOOKING_HISTORY = `
  SELECT version, at, status, actor, reason FROM booking_history WHERE booking_id = $1 ORDER BY version`;
export const BOOKINGS_DURING = `
  SELECT ${BOOKING_COLUMNS} FROM booking b WHERE b.resource_id = $1 AND b.during && tstzrange($2, $3)`;
export const LOCK_BOOKING = `SELECT ${BOOKING_COLUMNS} FROM booking b WHERE b.id = $1 FOR UPDATE`;
export const BOOKINGS_OF_TICKET = `
  SELECT ${BOOKING_COLUMNS} FROM booking b WHERE b.ticket_id = $1 ORDER BY b.id FOR UPDATE`;

export function addValues(record: BookingRecord): unknown[] {
  const { id, resourceId, ownerId, during, booker, requestedBy, purpose, ticketId, fee } = record;
  const { status, version, dueAt } = record;
  return [
    ...[id, resourceId, ownerId, during.start, during.end, booker.kind, booker.id, booker.name, requestedBy],
    ...[purpose, ticketId ?? null, fee, status, version, dueAt ?? null],
  ];
}

export function updateValues({ id, status, checkedInAt, endedAt, dueAt, version }: BookingRecord): unknown[] {
  return [id, status, checkedInAt ?? null, endedAt ?? null, version, dueAt ?? null];
}

export function toBooking(row: BookingRow): StoredBooking {
  return {
    id: row.id,
    number: Number(row.number),
    resourceId: row.resource_id,
    ownerId: row.owner_id,
    during: { start: row.start, end: row.end },
    booker: { kind: row.booker_kind, id: row.booker_id, name: row.booker_name },
    requestedBy: row.requested_by,
    purpose: row.purpose,
    ...(row.ticket_id !== null && { ticketId: row.ticket_id }),
    fee: Number(row.fee_fen),
    status: row.status,
    ...(row.checked_in_at !== null && { checkedInAt: row.checked_in_at }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.due_at !== null && { dueAt: row.due_at }),
    version: row.version,
  };
}
