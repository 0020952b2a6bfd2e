import { createRoute } from '@tanstack/react-router';
import { BOOKING_STATUSES, type BookingStatus } from '../api/bookings.js';
import { RESOURCE_KINDS, type ResourceFilters } from '../api/resources.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, countParam, dayParam, textParam, type RawSearch } from './search-params.js';

const resources = createRoute({
  ...under,
  path: '/resources',
  validateSearch: (raw: RawSearch): ResourceFilters & { sort?: 'no' } => ({
    kind: choiceParam(raw['kind'], RESOURCE_KINDS),
    serviceCode: textParam(raw['serviceCode']),
    node: textParam(raw['node']),
    q: textParam(raw['q']),
    minutes: countParam(raw['minutes']),
    sort: choiceParam(raw['sort'], ['no'] as const),
  }),
  beforeLoad: onlyFor('resources'),
  component: lazyPage(() => import('../pages/resources/resources-page.js'), 'ResourcesPage'),
});
const resource = createRoute({
  ...under,
  path: '/resources/$id',
  validateSearch: (raw: RawSearch): { day?: string; minutes?: number; ticketId?: string } => ({
    day: dayParam(raw['day']),
    minutes: countParam(raw['minutes']),
    ticketId: textParam(raw['ticketId']),
  }),
  beforeLoad: onlyFor('resources'),
  component: lazyPage(() => import('../pages/resources/resource-page.js'), 'ResourcePage'),
});
const bookings = createRoute({
  ...under,
  path: '/bookings',
  validateSearch: (raw: RawSearch): { status?: BookingStatus } => ({
    status: choiceParam(raw['status'], BOOKING_STATUSES),
  }),
  beforeLoad: onlyFor('bookings'),
  component: lazyPage(() => import('../pages/bookings/bookings-page.js'), 'BookingsPage'),
});
const booking = createRoute({
  ...under,
  path: '/bookings/$id',
  beforeLoad: onlyFor('bookings'),
  component: lazyPage(() => import('../pages/bookings/booking-page.js'), 'BookingPage'),
});

/** What institutions share, and bookings of it. */
export const RESOURCE_ROUTES = [resources, resource, bookings, booking] as const;
