import { Injectable } from '@nestjs/common';
import { REFERRAL_MOVES } from './referral.js';
import { ReferralRepository } from './referral.repository.js';

export interface ReleaseReferrals {
  readonly ticketId: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/** Gives up the referrals of a ticket that is cancelled. What has left the house still has to come back. */
@Injectable()
export class ReleaseReferralsHandler {
  constructor(private readonly referrals: ReferralRepository) {}

  async execute({ ticketId, reason, actor, at }: ReleaseReferrals): Promise<void> {
    for (const id of await this.referrals.ofTicket(ticketId)) {
      await this.referrals.update(id, (referral, { ticket }) => {
        const isHere = REFERRAL_MOVES[referral.snapshot().status].includes('CANCELLED');
        if (isHere) referral.cancel({ actor, office: ticket.ownerCode, at }, reason);
      });
    }
  }
}
