import { Injectable } from '@nestjs/common';
import type { DomainError } from '@nqi/kernel';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { bookingMessage, bookingUnusable, calibrationEnded, type BookingFacts } from './booking.messages.js';
import { BOOKING_COLUMNS, toBooking, type BookingRow } from './booking.pg-rows.js';
import { BookingNews } from './booking-news.repository.js';
import type { BookingEvent } from './booking.js';
import type { Resource } from './resource.js';
import type { Span } from './span.js';

interface FactsRow extends BookingRow {
  booker_path: string | null;
  resource_no: string;
  name_zh: string;
  name_en: string;
  node_code: string;
}

const SELECT = `
  SELECT ${BOOKING_COLUMNS}, n.path AS booker_path, r.no AS resource_no, r.name_zh, r.name_en, r.node_code
  FROM booking b JOIN shared_resource r ON r.id = b.resource_id
  LEFT JOIN service_node n ON b.booker_kind = 'node' AND n.code = b.booker_id`;
const ONE = `${SELECT} WHERE b.id = $1`;
const TO_COME = `
  ${SELECT} WHERE b.resource_id = $1 AND b.status IN ('REQUESTED', 'CONFIRMED') AND b.during && tstzrange($2, NULL)
  ORDER BY b.id`;

@Injectable()
export class PgBookingNews extends BookingNews {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async tell(bookingId: string, events: readonly BookingEvent[]): Promise<void> {
    const [row] = await this.database.query<FactsRow>(ONE, [bookingId]);
    if (row) await this.outbox.append(events.map((event) => bookingMessage(toFacts(row), event)));
  }

  async tellUnusable({ id }: Resource, refusalOf: (during: Span) => DomainError | undefined, at: Date): Promise<void> {
    const rows = await this.database.query<FactsRow>(TO_COME, [id, at]);
    const messages = rows.map(toFacts).flatMap((facts) => {
      const refusal = refusalOf(facts.booking.during);
      return refusal ? [bookingUnusable(facts, refusal, at)] : [];
    });
    await this.outbox.append(messages);
  }

  async tellCalibrationEnded(resource: Resource, calibratedUntil: string, at: Date): Promise<void> {
    await this.outbox.append([calibrationEnded(resource, calibratedUntil, at)]);
  }
}

function toFacts(row: FactsRow): BookingFacts {
  return {
    booking: toBooking(row),
    bookerPath: row.booker_path ?? '',
    resource: {
      id: row.resource_id,
      no: row.resource_no,
      name: { zh: row.name_zh, en: row.name_en },
      ownerId: row.owner_id,
      nodeCode: row.node_code,
    },
  };
}
