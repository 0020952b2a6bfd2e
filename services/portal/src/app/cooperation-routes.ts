import { createRoute } from '@tanstack/react-router';
import { REFERRAL_STATUSES, type ReferralStatus } from '../api/referrals.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, type RawSearch } from './search-params.js';

const referrals = createRoute({
  ...under,
  path: '/referrals',
  validateSearch: (raw: RawSearch): { status?: ReferralStatus } => ({
    status: choiceParam(raw['status'], REFERRAL_STATUSES),
  }),
  beforeLoad: onlyFor('referrals'),
  component: lazyPage(() => import('../pages/referrals/referrals-page.js'), 'ReferralsPage'),
});
const referral = createRoute({
  ...under,
  path: '/referrals/$id',
  beforeLoad: onlyFor('referrals'),
  component: lazyPage(() => import('../pages/referrals/referral-page.js'), 'ReferralPage'),
});
const triage = createRoute({
  ...under,
  path: '/triage',
  beforeLoad: onlyFor('triage'),
  component: lazyPage(() => import('../pages/triage/triage-page.js'), 'TriagePage'),
});

/** What offices do together. */
export const COOPERATION_ROUTES = [referrals, referral, triage] as const;
