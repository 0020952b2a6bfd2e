import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CallerAccess, IfMatch, type Access } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ChangeReferralHandler } from './change-referral.handler.js';
import { ReferralPresenter } from './referral.presenter.js';
import { ReferralPageView } from './referral.view.js';
import { NoteBody, OfferBody, StatementBody } from './referrals.requests.js';

/** What the office that holds the ticket does with a referral. */
@ApiTags('referrals')
@Allow('referral.work')
@Controller('api/v1/network/referrals/:id')
export class ReferralOwnerController {
  constructor(
    private readonly referrals: ChangeReferralHandler,
    private readonly presenter: ReferralPresenter,
  ) {}

  /** Asks the first candidate; an unanswered or declined offer goes on to the next. */
  @Post('offer')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  offer(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { candidates }: OfferBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(this.referrals.offer(target, candidates), referralId, reply);
  }

  @Post('dispatch')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  dispatch(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { note }: StatementBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(
      this.referrals.execute(target, 'owner', (referral, act) => referral.dispatch(act, note)),
      referralId,
      reply,
    );
  }

  @Post('close')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  close(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { note }: NoteBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(
      this.referrals.execute(target, 'owner', (referral, act) => referral.close(act, note)),
      referralId,
      reply,
    );
  }

  @Post('cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: ReferralPageView })
  cancel(
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() { note }: StatementBody,
    @CallerAccess() access: Access,
    @IfMatch() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralPageView> {
    const target = { referralId, access, expectedVersion };
    return this.presenter.present(
      this.referrals.execute(target, 'owner', (referral, act) => referral.cancel(act, note)),
      referralId,
      reply,
    );
  }
}
