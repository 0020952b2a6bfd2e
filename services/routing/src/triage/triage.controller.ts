import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, PageQuery, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { TicketPresenter } from '../tickets/ticket.presenter.js';
import { TicketPageView } from '../tickets/ticket.view.js';
import { DeclineTicketHandler } from './decline-ticket.handler.js';
import { ListTriageQuery } from './list-triage.query.js';
import { OverrideTicketHandler } from './override-ticket.handler.js';
import { DeclineBody, OverrideBody } from './triage.requests.js';
import { TriageListView } from './triage.view.js';

/** The human triage queue at the hub (人工分诊), and a person's word against the router's anywhere. */
@ApiTags('triage')
@Controller('api/v1')
export class TriageController {
  constructor(
    private readonly listTriage: ListTriageQuery,
    private readonly overrideTicket: OverrideTicketHandler,
    private readonly declineTicket: DeclineTicketHandler,
    private readonly presenter: TicketPresenter,
  ) {}

  @Get('triage')
  @Allow('triage.read')
  @ApiOkResponse({ type: TriageListView })
  list(@Query() page: PageQuery, @CallerAccess() access: Access): Promise<TriageListView> {
    return this.listTriage.execute(page, access);
  }

  @Post('triage/:id/place')
  @HttpCode(200)
  @Allow('triage.decide')
  @ApiOkResponse({ type: TicketPageView })
  place(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: OverrideBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.overrideTicket.execute({ target, ...body }, true), reply);
  }

  @Post('triage/:id/decline')
  @HttpCode(200)
  @Allow('triage.decide')
  @ApiOkResponse({ type: TicketPageView })
  decline(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: DeclineBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.declineTicket.execute({ target, ...body }), reply);
  }

  @Post('tickets/:id/override')
  @HttpCode(200)
  @Allow('ticket.override')
  @ApiOkResponse({ type: TicketPageView, description: 'While no job is open; on the receipt as MANUAL' })
  override(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: OverrideBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.overrideTicket.execute({ target, ...body }, false), reply);
  }
}
