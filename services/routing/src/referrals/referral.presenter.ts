import { Injectable } from '@nestjs/common';
import { etagOf } from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { ListReferralsQuery } from './list-referrals.query.js';
import { type ReferralPageView } from './referral.view.js';

/** Answers a change with the referral as it stands now, and its version as ETag. */
@Injectable()
export class ReferralPresenter {
  constructor(private readonly referrals: ListReferralsQuery) {}

  async present(change: Promise<void>, id: string, reply: FastifyReply): Promise<ReferralPageView> {
    await change;
    const referral = await this.referrals.one(id);
    void reply.header('etag', etagOf(referral.version));
    return referral;
  }
}
