import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, type Access } from '@nqi/platform';
import { ProgressQuery, UrgeBody } from './dialogue.requests.js';
import { ProgressListView, UrgeAllowanceView } from './progress.view.js';
import { ReadProgressQuery } from './read-progress.query.js';
import { UrgeTicketHandler } from './urge-ticket.handler.js';

/** What an enterprise sees of its tickets, and how it asks for them to be hurried (催办). */
@ApiTags('progress')
@Controller('api/v1/tickets')
export class ProgressController {
  constructor(
    private readonly readProgress: ReadProgressQuery,
    private readonly urgeTicket: UrgeTicketHandler,
  ) {}

  @Get('progress')
  @Allow('progress.read')
  @ApiOkResponse({ type: ProgressListView })
  progress(@Query() { requestId }: ProgressQuery, @CallerAccess() access: Access): Promise<ProgressListView> {
    return this.readProgress.execute(requestId, access);
  }

  @Post(':id/urge')
  @Allow('progress.urge')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: UrgeAllowanceView })
  urge(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() { message }: UrgeBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<UrgeAllowanceView> {
    return this.urgeTicket.execute({ ticketId, access, message, idempotencyKey });
  }
}
