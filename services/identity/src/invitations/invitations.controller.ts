import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Caller, Public, type Principal } from '@nqi/platform';
import { AcceptInvitationHandler } from './accept-invitation.handler.js';
import { type Invitation } from './invitation.js';
import {
  AcceptInvitationBody,
  InvitationBody,
  InvitationListBody,
  InvitationMadeBody,
  InviteBody,
  JoinedBody,
} from './invitations.dto.js';
import { InviteMemberHandler } from './invite-member.handler.js';

/** How people join an enterprise: its owner makes a link, the invited choose name and password. */
@ApiTags('accounts')
@Allow('invitation.manage')
@Controller('api/v1/auth/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InviteMemberHandler,
    private readonly acceptance: AcceptInvitationHandler,
  ) {}

  @Get()
  @ApiOkResponse({ type: InvitationListBody })
  async list(@Caller() caller: Principal): Promise<InvitationListBody> {
    return { items: (await this.invitations.open(caller)).map(toBody) };
  }

  @Post()
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: InvitationMadeBody })
  async invite(@Caller() caller: Principal, @Body() { role, note }: InviteBody): Promise<InvitationMadeBody> {
    const { invitation, token } = await this.invitations.invite(caller, role, note);
    return { ...toBody(invitation), token };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.invitations.withdraw(caller, id);
  }

  @Post('accept')
  @Public()
  @ApiCreatedResponse({ type: JoinedBody })
  accept(@Body() body: AcceptInvitationBody): Promise<JoinedBody> {
    return this.acceptance.execute(body);
  }
}

const toBody = ({ id, role, note, madeBy, expiresAt }: Invitation): InvitationBody => ({
  id,
  role,
  note: note ?? undefined,
  madeBy,
  expiresAt,
});
