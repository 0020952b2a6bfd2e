import { createRoute } from '@tanstack/react-router';
import { DELIVERY_STATES, type DeliveryState } from '../api/connections.js';
import { MATERIAL_KINDS, type MaterialFilters } from '../api/materials.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, flagParam, textParam, type RawSearch } from './search-params.js';

const materials = createRoute({
  ...under,
  path: '/materials',
  validateSearch: (raw: RawSearch): MaterialFilters => ({
    kind: choiceParam(raw['kind'], MATERIAL_KINDS),
    title: textParam(raw['title']),
    retired: flagParam(raw['retired']),
  }),
  beforeLoad: onlyFor('materials'),
  component: lazyPage(() => import('../pages/materials/materials-page.js'), 'MaterialsPage'),
});

const connections = createRoute({
  ...under,
  path: '/connections',
  beforeLoad: onlyFor('connections'),
  component: lazyPage(() => import('../pages/connections/connections-page.js'), 'ConnectionsPage'),
});
const webhook = createRoute({
  ...under,
  path: '/connections/webhooks/$id',
  validateSearch: (raw: RawSearch): { state?: DeliveryState } => ({
    state: choiceParam(raw['state'], DELIVERY_STATES),
  }),
  beforeLoad: onlyFor('connections'),
  component: lazyPage(() => import('../pages/connections/webhook-page.js'), 'WebhookPage'),
});
const people = createRoute({
  ...under,
  path: '/people',
  beforeLoad: onlyFor('people'),
  component: lazyPage(() => import('../pages/people/people-page.js'), 'PeoplePage'),
});
const join = createRoute({
  ...under,
  path: '/join',
  component: lazyPage(() => import('../pages/people/join-page.js'), 'JoinPage'),
});

/** What an enterprise keeps with the platform. */
export const ENTERPRISE_ROUTES = [materials, connections, webhook, people, join] as const;
