import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { BookingListView, BookingPageView, BookingView } from './booking.view.js';
import { ListBookingsQuery } from './list-bookings.query.js';
import { RequestBookingHandler } from './request-booking.handler.js';
import { BookingBody, ListBookingsRequest, spanOf, statusesOf } from './resources.requests.js';

/** Booking a shared resource, and what one has booked. */
@ApiTags('bookings')
@Controller('api/v1/network/bookings')
export class BookingsController {
  constructor(
    private readonly requestBooking: RequestBookingHandler,
    private readonly listBookings: ListBookingsQuery,
  ) {}

  @Post()
  @Allow('booking.request')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: BookingView })
  async request(
    @Body() { start, end, ...body }: BookingBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingView> {
    const command = { ...body, during: spanOf(start, end), access };
    const booking = await this.requestBooking.execute({ ...command, ...(idempotencyKey && { idempotencyKey }) });
    void reply.header('etag', etagOf(booking.version));
    return booking;
  }

  @Get()
  @Allow('booking.read')
  @ApiOkResponse({ type: BookingListView })
  list(@Query() query: ListBookingsRequest, @CallerAccess() access: Access): Promise<BookingListView> {
    const { resourceId, ticketId, limit, cursor } = query;
    return this.listBookings.execute({ access, statuses: statusesOf(query), resourceId, ticketId, limit, cursor });
  }

  @Get(':id')
  @Allow('booking.read')
  @ApiOkResponse({ type: BookingPageView })
  async one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingPageView> {
    const booking = await this.listBookings.one(id, access);
    void reply.header('etag', etagOf(booking.version));
    return booking;
  }
}
