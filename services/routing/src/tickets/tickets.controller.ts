import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { CountTicketsQuery, TicketCountsView } from './count-tickets.query.js';
import { ListTicketsQuery } from './list-tickets.query.js';
import { DecisionView, ReadDecisionQuery } from './read-decision.query.js';
import { ReadTicketQuery } from './read-ticket.query.js';
import { TicketDetailView, TicketListView } from './ticket.view.js';
import { ListTicketsRequest, TicketFilterQuery, filterOf } from './tickets.requests.js';

/** The workstation's queue. */
@ApiTags('tickets')
@Controller('api/v1/tickets')
export class TicketsController {
  constructor(
    private readonly listTickets: ListTicketsQuery,
    private readonly countTickets: CountTicketsQuery,
    private readonly readTicket: ReadTicketQuery,
    private readonly readDecision: ReadDecisionQuery,
  ) {}

  @Get()
  @Allow('ticket.read')
  @ApiOkResponse({ type: TicketListView })
  list(@Query() query: ListTicketsRequest, @CallerAccess() access: Access): Promise<TicketListView> {
    const { sort, limit, cursor } = query;
    return this.listTickets.execute({ filter: filterOf(query), access, order: sort, limit, cursor });
  }

  @Get('counts')
  @Allow('ticket.read')
  @ApiOkResponse({ type: TicketCountsView })
  count(@Query() query: TicketFilterQuery, @CallerAccess() access: Access): Promise<TicketCountsView> {
    return this.countTickets.execute(filterOf(query), access);
  }

  @Get(':id')
  @Allow('ticket.read')
  @ApiOkResponse({ type: TicketDetailView })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    const ticket = await this.readTicket.execute(id, access);
    void reply.header('etag', etagOf(ticket.version));
    return ticket;
  }

  @Get(':id/decision')
  @Allow('ticket.read')
  @ApiOkResponse({ type: DecisionView })
  decision(@Param('id', ParseUUIDPipe) id: string, @CallerAccess() access: Access): Promise<DecisionView> {
    return this.readDecision.execute(id, access);
  }
}
