import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { AcceptTicketHandler } from './accept-ticket.handler.js';
import { AssignTicketHandler } from './assign-ticket.handler.js';
import { ResolveTicketHandler } from './resolve-ticket.handler.js';
import { ReturnTicketHandler } from './return-ticket.handler.js';
import { TicketPresenter } from './ticket.presenter.js';
import { TicketPageView } from './ticket.view.js';
import { AcceptBody, AssignBody, ResolveBody, ReturnBody } from './tickets.requests.js';

/** What the office that holds a ticket does with it. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:id')
export class TicketHandlingController {
  constructor(
    private readonly acceptTicket: AcceptTicketHandler,
    private readonly assignTicket: AssignTicketHandler,
    private readonly returnTicket: ReturnTicketHandler,
    private readonly resolveTicket: ResolveTicketHandler,
    private readonly presenter: TicketPresenter,
  ) {}

  @Post('accept')
  @HttpCode(200)
  @Allow('ticket.accept')
  @ApiOkResponse({ type: TicketPageView })
  accept(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: AcceptBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.acceptTicket.execute({ target, ...body }), reply);
  }

  @Post('assign')
  @HttpCode(200)
  @Allow('ticket.assign')
  @ApiOkResponse({ type: TicketPageView })
  assign(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: AssignBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.assignTicket.execute({ target, ...body }), reply);
  }

  @Post('return')
  @HttpCode(200)
  @Allow('ticket.return')
  @ApiOkResponse({ type: TicketPageView })
  return(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: ReturnBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.returnTicket.execute({ target, ...body }), reply);
  }

  @Post('resolve')
  @HttpCode(200)
  @Allow('ticket.resolve')
  @ApiOkResponse({ type: TicketPageView })
  resolve(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: ResolveBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketPageView> {
    const target = { ticketId, access, expectedVersion };
    return this.presenter.present(this.resolveTicket.execute({ target, ...body }), reply);
  }
}
