import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ChangeReferralHandler } from './change-referral.handler.js';
import { ReferralPresenter } from './referral.presenter.js';
import { ReferralPageView } from './referral.view.js';
import { DeclineBody, NoteBody, StatementBody } from './referrals.requests.js';

/** What the office that is asked does with a referral. */
@ApiTags('referrals')
@Allow('referral.work')
@Controller('api/v1/network/referrals/:id')
export class ReferralPartnerController {
  constructor(
    private readonly referrals: ChangeReferralHandler,
    private readonly presenter: ReferralPresenter,
  ) {}

  @Post('accept')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  accept(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { note }: NoteBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(
      this.referrals.execute(target, 'partner', (referral, act) => referral.accept(act, note)),
      referralId,
      reply,
    );
  }

  @Post('decline')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  decline(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { reasonCode, note }: DeclineBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(
      this.referrals.execute(target, 'partner', (referral, act) => referral.decline(act, reasonCode, note)),
      referralId,
      reply,
    );
  }

  @Post('receive')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  receive(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { note }: StatementBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(
      this.referrals.execute(target, 'partner', (referral, act) => referral.receive(act, note)),
      referralId,
      reply,
    );
  }

  @Post('return')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  giveBack(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { note }: StatementBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(
      this.referrals.execute(target, 'partner', (referral, act) => referral.giveBack(act, note)),
      referralId,
      reply,
    );
  }
}
