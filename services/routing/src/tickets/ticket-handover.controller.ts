import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { EscalateTicketHandler } from './escalate-ticket.handler.js';
import { TransferTicketHandler } from './transfer-ticket.handler.js';
import { TicketPresenter } from './ticket.presenter.js';
import { TicketPageView } from './ticket.view.js';
import { EscalateBody, TransferBody } from './tickets.requests.js';

/** Hands a ticket to another office. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:id')
export class TicketHandoverController {
  constructor(
    private readonly transferTicket: TransferTicketHandler,
    private readonly escalateTicket: EscalateTicketHandler,
    private readonly presenter: TicketPresenter,
  ) {}

  @Post('transfer')
  @HttpCode(200)
  @Allow('ticket.transfer')
  @ApiOkResponse({ type: TicketPageView })
  transfer(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: TransferBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.transferTicket.execute({ target, ...body }), reply);
  }

  @Post('escalate')
  @HttpCode(200)
  @Allow('ticket.escalate')
  @ApiOkResponse({ type: TicketPageView })
  escalate(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: EscalateBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.escalateTicket.execute({ target, ...body }), reply);
  }
}
