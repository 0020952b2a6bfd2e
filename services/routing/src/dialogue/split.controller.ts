import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, IfMatch, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { SplitView } from './annotations.view.js';
import { SplitBody } from './dialogue.requests.js';
import { SplitTicketHandler } from './split-ticket.handler.js';

/** Divides a ticket before it is accepted. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:id')
export class SplitController {
  constructor(private readonly splitTicket: SplitTicketHandler) {}

  @Post('split')
  @HttpCode(200)
  @Allow('ticket.split')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: SplitView })
  async split(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: SplitBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SplitView> {
    const target = { ticketId, access, expectedVersion };
    const split = await this.splitTicket.execute({ target, ...body, idempotencyKey });
    void reply.header('etag', etagOf(split.version));
    return split;
  }
}
