import { createRoute } from '@tanstack/react-router';
import { DEMAND_STATUSES, type DemandStatus } from '../api/demands.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, textParam, type RawSearch } from './search-params.js';

const finder = createRoute({
  ...under,
  path: '/finder',
  validateSearch: (raw: RawSearch): { a?: string } => ({ a: textParam(raw['a']) }),
  component: lazyPage(() => import('../pages/finder/finder-page.js'), 'FinderPage'),
});
const newDemand = createRoute({
  ...under,
  path: '/demands/new',
  beforeLoad: onlyFor('rate'),
  component: lazyPage(() => import('../pages/demands/new-demand-page.js'), 'NewDemandPage'),
});
const demands = createRoute({
  ...under,
  path: '/demands',
  validateSearch: (raw: RawSearch): { status?: DemandStatus } => ({
    status: choiceParam(raw['status'], DEMAND_STATUSES),
  }),
  beforeLoad: onlyFor('demands'),
  component: lazyPage(() => import('../pages/demands/demands-page.js'), 'DemandsPage'),
});
const demand = createRoute({
  ...under,
  path: '/demands/$id',
  beforeLoad: onlyFor('demands'),
  component: lazyPage(() => import('../pages/demands/demand-page.js'), 'DemandPage'),
});

/** For those who do not know what to ask for: the finder, and needs in words. */
export const DEMAND_ROUTES = [finder, newDemand, demands, demand] as const;
