import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, type Access } from '@nqi/platform';
import { ClaimTicketHandler } from './claim-ticket.handler.js';
import { LeaseView, leaseView } from './ticket-lease.view.js';
import { ClaimBody } from './workstation.requests.js';

/** Taking a ticket for oneself, and giving it back. */
@ApiTags('tickets')
@Controller('api/v1/tickets/:id')
export class TicketClaimsController {
  constructor(private readonly claims: ClaimTicketHandler) {}

  @Post('claim')
  @HttpCode(200)
  @Allow('ticket.claim')
  @ApiOkResponse({ type: LeaseView })
  async claim(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() { minutes }: ClaimBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<LeaseView> {
    const { lease } = await this.claims.claim({ target: { ticketId, access, expectedVersion }, minutes });
    return leaseView(lease);
  }

  @Post('release')
  @HttpCode(204)
  @Allow('ticket.claim')
  @ApiNoContentResponse()
  async release(
    @Param('id', ParseUUIDPipe) ticketId: string,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<void> {
    await this.claims.release({ ticketId, access, expectedVersion });
  }
}
