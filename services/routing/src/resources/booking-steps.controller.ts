import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { BookingPresenter } from './booking.presenter.js';
import { BookingPageView } from './booking.view.js';
import { HandleBookingHandler, type BookingStep } from './handle-booking.handler.js';
import { CancelBookingBody } from './resources.requests.js';

/** What the owning institution does with a booking; its booker may cancel it. */
@ApiTags('bookings')
@Controller('api/v1/network/bookings/:id')
export class BookingStepsController {
  constructor(
    private readonly bookings: HandleBookingHandler,
    private readonly presenter: BookingPresenter,
  ) {}

  @Post('confirm')
  @HttpCode(200)
  @Allow('booking.handle')
  @ApiOkResponse({ type: BookingPageView })
  confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingPageView> {
    return this.step('confirm', id, access, expectedVersion, reply);
  }

  @Post('check-in')
  @HttpCode(200)
  @Allow('booking.handle')
  @ApiOkResponse({ type: BookingPageView })
  checkIn(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingPageView> {
    return this.step('check-in', id, access, expectedVersion, reply);
  }

  @Post('complete')
  @HttpCode(200)
  @Allow('booking.handle')
  @ApiOkResponse({ type: BookingPageView })
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingPageView> {
    return this.step('complete', id, access, expectedVersion, reply);
  }

  @Post('no-show')
  @HttpCode(200)
  @Allow('booking.handle')
  @ApiOkResponse({ type: BookingPageView })
  noShow(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingPageView> {
    return this.step('no-show', id, access, expectedVersion, reply);
  }

  @Post('cancel')
  @HttpCode(200)
  @Allow('booking.cancel')
  @ApiOkResponse({ type: BookingPageView })
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: CancelBookingBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookingPageView> {
    const target = { bookingId: id, access, expectedVersion };
    return this.answer(await this.bookings.cancel(target, reason), reply);
  }

  private async step(
    step: BookingStep,
    bookingId: string,
    access: Access,
    expectedVersion: number | undefined,
    reply: FastifyReply,
  ): Promise<BookingPageView> {
    const target = { bookingId, access, expectedVersion };
    return this.answer(await this.bookings.execute(target, step), reply);
  }

  private answer(booking: Awaited<ReturnType<HandleBookingHandler['execute']>>, reply: FastifyReply) {
    void reply.header('etag', etagOf(booking.version));
    return this.presenter.page(booking);
  }
}
