import { createRoute } from '@tanstack/react-router';
import { VOUCHER_STATUSES, type VoucherStatus } from '../api/vouchers.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, type RawSearch } from './search-params.js';

const vouchers = createRoute({
  ...under,
  path: '/vouchers',
  validateSearch: (raw: RawSearch): { status?: VoucherStatus } => ({
    status: choiceParam(raw['status'], VOUCHER_STATUSES),
  }),
  beforeLoad: onlyFor('vouchers'),
  component: lazyPage(() => import('../pages/vouchers/vouchers-page.js'), 'VouchersPage'),
});
const programmes = createRoute({
  ...under,
  path: '/voucher-programmes',
  beforeLoad: onlyFor('voucher-programmes'),
  component: lazyPage(() => import('../pages/vouchers/programmes-page.js'), 'ProgrammesPage'),
});

/** What pays a part of orders. */
export const VOUCHER_ROUTES = [vouchers, programmes] as const;
