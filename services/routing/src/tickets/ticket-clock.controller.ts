import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { PauseTicketHandler } from './pause-ticket.handler.js';
import { ResumeTicketHandler } from './resume-ticket.handler.js';
import { TicketPresenter } from './ticket.presenter.js';
import { TicketPageView } from './ticket.view.js';
import { PauseBody, ResumeBody } from './tickets.requests.js';

/** Stops a ticket's clocks for a listed reason, and lets them go on. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:id')
export class TicketClockController {
  constructor(
    private readonly pauseTicket: PauseTicketHandler,
    private readonly resumeTicket: ResumeTicketHandler,
    private readonly presenter: TicketPresenter,
  ) {}

  @Post('pause')
  @HttpCode(200)
  @Allow('ticket.pause')
  @ApiOkResponse({ type: TicketPageView })
  pause(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: PauseBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.pauseTicket.execute({ target, ...body }), reply);
  }

  @Post('resume')
  @HttpCode(200)
  @Allow('ticket.resume')
  @ApiOkResponse({ type: TicketPageView })
  resume(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: ResumeBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.resumeTicket.execute({ target, ...body }), reply);
  }
}
