import { ChangeReferralHandler } from './change-referral.handler.js';
import { DraftReferralHandler } from './draft-referral.handler.js';
import { PgDueReferrals } from './due-referrals.pg-repository.js';
import { DueReferrals } from './due-referrals.repository.js';
import { ListReferralsQuery } from './list-referrals.query.js';
import { ReferralDueRunner } from './referral-due.runner.js';
import { ReferralOwnerController } from './referral-owner.controller.js';
import { ReferralPartnerController } from './referral-partner.controller.js';
import { PgReferralRepository } from './referral.pg-repository.js';
import { ReferralPresenter } from './referral.presenter.js';
import { ReferralRepository } from './referral.repository.js';
import { ReferralsController } from './referrals.controller.js';
import { ReleaseReferralsHandler } from './release-referrals.handler.js';

/** What the routing module runs of referrals between offices. */
export const REFERRAL_CONTROLLERS = [ReferralsController, ReferralOwnerController, ReferralPartnerController];

export const REFERRAL_PROVIDERS = [
  { provide: ReferralRepository, useClass: PgReferralRepository },
  { provide: DueReferrals, useClass: PgDueReferrals },
  ReferralDueRunner,
  ReferralPresenter,
  DraftReferralHandler,
  ChangeReferralHandler,
  ListReferralsQuery,
  ReleaseReferralsHandler,
];
