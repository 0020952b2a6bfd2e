import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IdempotencyKey, etagOf, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { DraftReferralHandler } from './draft-referral.handler.js';
import { ListReferralsQuery } from './list-referrals.query.js';
import { ReferralListView, ReferralPageView } from './referral.view.js';
import { DraftReferralBody, ListReferralsRequest, statusesOf } from './referrals.requests.js';

/** Work that one office asks another for (跨级协同). */
@ApiTags('referrals')
@Controller('api/v1/network/referrals')
export class ReferralsController {
  constructor(
    private readonly draftReferral: DraftReferralHandler,
    private readonly listReferrals: ListReferralsQuery,
  ) {}

  @Post()
  @Allow('referral.work')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ReferralPageView })
  async draft(
    @Body() body: DraftReferralBody,
    @CallerAccess() access: Access,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const command = { ...body, access, ...(idempotencyKey && { idempotencyKey }) };
    const { id } = await this.draftReferral.execute(command);
    return this.page(id, access, reply);
  }

  @Get()
  @Allow('referral.read')
  @ApiOkResponse({ type: ReferralListView })
  list(@Query() query: ListReferralsRequest, @CallerAccess() access: Access): Promise<ReferralListView> {
    const { ticketId, limit, cursor } = query;
    return this.listReferrals.execute({ access, statuses: statusesOf(query), ticketId, limit, cursor });
  }

  @Get(':id')
  @Allow('referral.read')
  @ApiOkResponse({ type: ReferralPageView })
  one(
    @Param('id', ParseUUIDPipe) id: string,
    @CallerAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    return this.page(id, access, reply);
  }

  private async page(id: string, access: Access, reply: FastifyReply): Promise<ReferralPageView> {
    const referral = await this.listReferrals.one(id, access);
    void reply.header('etag', etagOf(referral.version));
    return referral;
  }
}
