import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { bookingNo } from './booking-number.js';
import { BOOKING_MOVES, BOOKING_STATUSES, type BookingStatus } from './booking.js';
import { type StoredBooking } from './booking.repository.js';

class BookerView {
  @ApiProperty({ enum: ['enterprise', 'node', 'institution'] })
  kind!: string;

  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;
}

export class BookingView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'YY-20261124-000012' })
  bookingNo!: string;

  @ApiProperty({ format: 'uuid' })
  resourceId!: string;

  @ApiProperty({ description: 'Institution that owns the resource' })
  ownerId!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time', description: 'Exclusive' })
  end!: string;

  @ApiProperty({ type: BookerView })
  booker!: BookerView;

  @ApiProperty()
  purpose!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'It is cancelled with this ticket' })
  ticketId?: string;

  @ApiProperty({ description: 'In fen, by the fee rule at the time of booking' })
  feeFen!: number;

  @ApiProperty({ enum: BOOKING_STATUSES })
  status!: BookingStatus;

  @ApiPropertyOptional({ format: 'date-time' })
  checkedInAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  endedAt?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Lapses without an answer, is a no-show without a check-in',
  })
  dueAt?: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ enum: BOOKING_STATUSES, isArray: true, description: 'States that people can bring it to' })
  next!: readonly BookingStatus[];
}

class BookingEventView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: BOOKING_STATUSES })
  status!: BookingStatus;

  @ApiProperty()
  actor!: string;

  @ApiPropertyOptional()
  reason?: string;
}

export class BookingPageView extends BookingView {
  @ApiProperty({ type: [BookingEventView], description: 'Oldest first' })
  history!: readonly BookingEventView[];
}

export class BookingListView {
  @ApiProperty({ type: [BookingView], description: 'Newest first' })
  items!: readonly BookingView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function bookingView(booking: StoredBooking): BookingView {
  const { id, number, resourceId, ownerId, during, booker, purpose, ticketId, fee, status, version } = booking;
  const { checkedInAt, endedAt, dueAt } = booking;
  return {
    id,
    bookingNo: bookingNo(during, number),
    resourceId,
    ownerId,
    start: during.start.toISOString(),
    end: during.end.toISOString(),
    booker,
    purpose,
    ...(ticketId !== undefined && { ticketId }),
    feeFen: fee,
    status,
    ...(checkedInAt && { checkedInAt: checkedInAt.toISOString() }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    version,
    next: BOOKING_MOVES[status].filter((next) => next !== 'LAPSED'),
  };
}
