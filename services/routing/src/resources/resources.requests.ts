import { IdField, IntegerField, ChoiceField, PageQuery, TextField } from '@nqi/platform';
import { BOOKING_STATUSES, type BookingStatus } from './booking.js';
import { RESOURCE_KINDS, type ResourceKind } from './resource.js';
import { type Span } from './span.js';

/** An instant with its offset, to the minute or finer. */
const INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const STATUS_LIST = new RegExp(`^(?:${BOOKING_STATUSES.join('|')})(?:,(?:${BOOKING_STATUSES.join('|')}))*$`);
const InstantField = (description?: string) =>
  TextField({ max: 40, pattern: INSTANT, ...(description !== undefined && { description }) });

export class ListResourcesRequest extends PageQuery {
  @ChoiceField(RESOURCE_KINDS, { optional: true })
  kind?: ResourceKind;

  @TextField({ optional: true, max: 20 })
  serviceCode?: string;

  @TextField({ optional: true, max: 20, description: 'Stands in the territory of this office or one below it' })
  node?: string;

  @TextField({ optional: true, max: 20, description: 'Belongs to this institution' })
  ownerId?: string;

  @TextField({ optional: true, max: 100, description: 'Part of its number, names, capability or location' })
  q?: string;

  @IntegerField({ optional: true, min: 1, max: 1_440, description: 'Length of the slot asked for' })
  minutes?: number;

  @ChoiceField(['no', 'earliest'], {
    optional: true,
    description: 'Default no; earliest gives one page, soonest first',
  })
  sort?: 'no' | 'earliest';
}

export class FrameQuery {
  @InstantField()
  from!: string;

  @InstantField('Exclusive')
  until!: string;
}

export class SlotsRequest extends FrameQuery {
  @IntegerField({ optional: true, min: 1, max: 1_440 })
  minutes?: number;
}

export class BookingBody {
  @IdField()
  resourceId!: string;

  @InstantField()
  start!: string;

  @InstantField('Exclusive')
  end!: string;

  @TextField({ max: 500 })
  purpose!: string;

  @IdField({ optional: true, description: 'Ticket it serves; it is cancelled with it' })
  ticketId?: string;
}

export class CancelBookingBody {
  @TextField({ max: 500 })
  reason!: string;
}

export class ListBookingsRequest extends PageQuery {
  @TextField({ optional: true, pattern: STATUS_LIST, description: 'One or several, joined by commas' })
  status?: string;

  @IdField({ optional: true })
  resourceId?: string;

  @IdField({ optional: true })
  ticketId?: string;
}

export function statusesOf({ status }: ListBookingsRequest): BookingStatus[] | undefined {
  return status?.split(',') as BookingStatus[] | undefined;
}

export function spanOf(start: string, end: string): Span {
  return { start: new Date(start), end: new Date(end) };
}
