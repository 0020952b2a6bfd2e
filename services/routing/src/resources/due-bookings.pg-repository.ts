import { Injectable } from '@nestjs/common';
import { failpoint } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import type { Fired } from '../due/due-rows.repository.js';
import { fireEach } from '../due/fire-each.pg-repository.js';
import { BookingRepository } from './booking.repository.js';
import { DueBookings } from './due-bookings.repository.js';

const CLAIM = `
  SELECT id FROM booking WHERE due_at <= $1 AND id <> ALL($2::uuid[])
  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
const NEXT_DUE = `SELECT due_at FROM booking WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1`;

@Injectable()
export class PgDueBookings extends DueBookings {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingRepository,
  ) {
    super();
  }

  fireDue(now: Date, limit: number): Promise<Fired> {
    return fireEach(this.database, limit, {
      claim: async (failed) => (await this.database.query<{ id: string }>(CLAIM, [now, failed]))[0]?.id,
      fire: async (id) => {
        await this.bookings.updateAny(id, (booking) => booking.comeDue(now));
        failpoint('routing.booking-due-before-commit');
      },
    });
  }

  async nextDue(): Promise<Date | undefined> {
    return (await this.database.query<{ due_at: Date }>(NEXT_DUE))[0]?.due_at;
  }
}
