import { Injectable } from '@nestjs/common';
import { Database, binding, type Bind } from '@nqi/persistence';
import { LiveUpdates, type Access } from '@nqi/platform';
import { BookingNews } from './booking-news.repository.js';
import { noSuchBooking, slotTaken } from './booking.errors.js';
import { Booking, type BookingEvent } from './booking.js';
import {
  ADD_BOOKING,
  ADD_BOOKING_HISTORY,
  BOOKINGS_DURING,
  BOOKINGS_OF_TICKET,
  BOOKING_COLUMNS,
  BOOKING_HISTORY,
  LOCK_BOOKING,
  UPDATE_BOOKING,
  addValues,
  toBooking,
  updateValues,
  type BookingRow,
} from './booking.pg-rows.js';
import { BookingRepository, type BookingCriteria, type StoredBooking } from './booking.repository.js';
import type { Span } from './span.js';

/** SQLSTATE of a broken exclusion constraint. */
const EXCLUSION_VIOLATION = '23P01';

@Injectable()
export class PgBookingRepository extends BookingRepository {
  constructor(
    private readonly database: Database,
    private readonly live: LiveUpdates,
    private readonly news: BookingNews,
  ) {
    super();
  }

  add(booking: Booking): Promise<StoredBooking> {
    return this.database.transaction(async () => {
      const [row] = await this.insert(booking);
      await this.keep(booking, booking.pullEvents());
      return toBooking(row as BookingRow);
    });
  }

  update(id: string, access: Access, change: (booking: Booking) => void | Promise<void>): Promise<StoredBooking> {
    return this.database.transaction(async () => {
      const stored = await this.one(id, access, 'FOR UPDATE OF b');
      if (!stored) throw noSuchBooking(id);
      const { number, ...record } = stored;
      const booking = Booking.restore(record);
      await change(booking);
      await this.store(booking);
      return { ...booking.snapshot(), number };
    });
  }

  updateOfTicket(ticketId: string, change: (booking: Booking) => void): Promise<number> {
    return this.database.transaction(async () => {
      let changed = 0;
      for (const row of await this.database.query<BookingRow>(BOOKINGS_OF_TICKET, [ticketId])) {
        const booking = Booking.restore(toBooking(row));
        change(booking);
        changed += await this.store(booking);
      }
      return changed;
    });
  }

  updateAny(id: string, change: (booking: Booking) => void): Promise<void> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<BookingRow>(LOCK_BOOKING, [id]);
      if (!row) throw noSuchBooking(id);
      const booking = Booking.restore(toBooking(row));
      change(booking);
      await this.store(booking);
    });
  }

  async find({ access, statuses, resourceId, ticketId, before, limit }: BookingCriteria): Promise<StoredBooking[]> {
    const { values, bind } = binding();
    const conditions = [reach(access, bind)];
    if (statuses !== undefined) conditions.push(`b.status = ANY(${bind(statuses)}::text[])`);
    if (resourceId !== undefined) conditions.push(`b.resource_id = ${bind(resourceId)}::uuid`);
    if (ticketId !== undefined) conditions.push(`b.ticket_id = ${bind(ticketId)}::uuid`);
    if (before !== undefined) conditions.push(`b.id < ${bind(before)}::uuid`);
    const sql = `${SELECT} WHERE ${conditions.join(' AND ')} ORDER BY b.id DESC LIMIT ${bind(limit + 1)}`;
    return (await this.database.query<BookingRow>(sql, values)).map(toBooking);
  }

  get(id: string, access: Access): Promise<StoredBooking | undefined> {
    return this.one(id, access);
  }

  async history(id: string): Promise<BookingEvent[]> {
    const rows = await this.database.query<BookingEvent & { reason?: string | null }>(BOOKING_HISTORY, [id]);
    return rows.map(({ reason, ...event }) => ({ ...event, ...(reason && { reason }) }));
  }

  async during(resourceId: string, { start, end }: Span): Promise<StoredBooking[]> {
    return (await this.database.query<BookingRow>(BOOKINGS_DURING, [resourceId, start, end])).map(toBooking);
  }

  async holdTicket(ticketId: string, access: Access): Promise<boolean> {
    const { values, bind } = binding();
    const columns = { enterpriseUscc: 't.enterprise_uscc', nodePath: 't.node_path', institutionId: 't.institution_id' };
    const sql = `SELECT 1 FROM ticket t WHERE t.id = ${bind(ticketId)} AND t.status NOT IN ('RESOLVED', 'CANCELLED')
      AND ${access.condition(columns, bind)} FOR SHARE`;
    return (await this.database.query(sql, values)).length > 0;
  }

  private async insert(booking: Booking): Promise<BookingRow[]> {
    try {
      return await this.database.query<BookingRow>(ADD_BOOKING, addValues(booking.snapshot()));
    } catch (error) {
      throw (error as { code?: string }).code === EXCLUSION_VIOLATION ? slotTaken() : error;
    }
  }

  private async one(id: string, access: Access, locking = ''): Promise<StoredBooking | undefined> {
    const { values, bind } = binding();
    const sql = `${SELECT} WHERE b.id = ${bind(id)} AND ${reach(access, bind)} ${locking}`;
    const [row] = await this.database.query<BookingRow>(sql, values);
    return row && toBooking(row);
  }

  private async store(booking: Booking): Promise<number> {
    const events = booking.pullEvents();
    if (events.length === 0) return 0;
    await this.database.write(UPDATE_BOOKING, updateValues(booking.snapshot()));
    await this.keep(booking, events);
    return 1;
  }

  private async keep(booking: Booking, events: readonly BookingEvent[]): Promise<void> {
    const { id, booker, ownerId } = booking.snapshot();
    for (const { version, at, status, actor, reason } of events) {
      await this.database.write(ADD_BOOKING_HISTORY, [id, version, at, status, actor, reason ?? null]);
    }
    await this.news.tell(id, events);
    this.database.afterCommit(() => {
      for (const organizationId of new Set([booker.id, ownerId])) {
        for (const { status } of events) {
          this.live.publish({ audience: { organizationId }, subject: 'booking', id, cause: status });
        }
      }
    });
  }
}

const SELECT = `
  SELECT ${BOOKING_COLUMNS} FROM booking b
  LEFT JOIN service_node n ON b.booker_kind = 'node' AND n.code = b.booker_id`;

/**
 * What handles bookings reaches those of the resources its institution owns; everything else reaches also those that
 * the caller's own organisation made.
 */
function reach(access: Access, bind: Bind): string {
  if (access.permission === 'booking.handle') return access.condition({ institutionId: 'b.owner_id' }, bind);
  const columns = { enterpriseUscc: 'b.booker_id', institutionId: 'b.owner_id', nodePath: 'n.path' };
  const { organizationKind, organizationId } = access.principal;
  const made = `(b.booker_kind = ${bind(organizationKind)} AND b.booker_id = ${bind(organizationId)})`;
  return `(${access.condition(columns, bind)} OR ${made})`;
}
