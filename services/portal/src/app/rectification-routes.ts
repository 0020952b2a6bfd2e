import { createRoute } from '@tanstack/react-router';
import { RECTIFICATION_CAUSES, RECTIFICATION_STATUSES, type RectificationFilters } from '../api/rectifications.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, flagParam, type RawSearch } from './search-params.js';

const rectifications = createRoute({
  ...under,
  path: '/rectifications',
  validateSearch: (raw: RawSearch): Omit<RectificationFilters, 'requestId'> => ({
    status: choiceParam(raw['status'], RECTIFICATION_STATUSES),
    cause: choiceParam(raw['cause'], RECTIFICATION_CAUSES),
    overdue: flagParam(raw['overdue']),
  }),
  beforeLoad: onlyFor('rectifications'),
  component: lazyPage(() => import('../pages/rectifications/rectifications-page.js'), 'RectificationsPage'),
});
const rectification = createRoute({
  ...under,
  path: '/rectifications/$id',
  beforeLoad: onlyFor('rectifications'),
  component: lazyPage(() => import('../pages/rectifications/rectification-page.js'), 'RectificationPage'),
});

/** What was held against the service, and what became of it. */
export const RECTIFICATION_ROUTES = [rectifications, rectification] as const;
