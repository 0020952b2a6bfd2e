import { createRoute, createRouter, parseSearchWith, redirect, stringifySearchWith } from '@tanstack/react-router';
import { TECHNICAL_DOMAINS, DOMAINS } from '../api/shapes.js';
import { REQUEST_STATUSES } from '../api/requests.js';
import { STEPS } from '../pages/filing/steps.js';
import { HomePage } from '../pages/home/home-page.js';
import { AUDIT_ROUTES } from './audit-routes.js';
import { COOPERATION_ROUTES } from './cooperation-routes.js';
import { readQueueSearch } from '../pages/queue/queue-search-params.js';
import { ACCOUNT_ROUTES } from './account-routes.js';
import { DEMAND_ROUTES } from './demand-routes.js';
import { ENTERPRISE_ROUTES } from './enterprise-routes.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { RECTIFICATION_ROUTES } from './rectification-routes.js';
import { RESOURCE_ROUTES } from './resource-routes.js';
import { root, under } from './root-route.js';
import { choiceParam, dayParam, pathParam, textParam, type RawSearch } from './search-params.js';
import { SYSTEM_ROUTES } from './system-routes.js';
import { VOUCHER_ROUTES } from './voucher-routes.js';

/** A number and the code that goes with it, as QR codes say them. */
const readReceipt = (raw: RawSearch): { number?: string; code?: string } => ({
  number: textParam(raw['number']),
  code: textParam(raw['code']),
});

const home = createRoute({ ...under, path: '/', component: HomePage });
const login = createRoute({
  ...under,
  path: '/login',
  validateSearch: (raw: RawSearch): { redirect?: string } => ({ redirect: pathParam(raw['redirect']) }),
  component: lazyPage(() => import('../pages/account/login-page.js'), 'LoginPage'),
});
const register = createRoute({
  ...under,
  path: '/register',
  component: lazyPage(() => import('../pages/account/register-page.js'), 'RegisterPage'),
});
const services = createRoute({
  ...under,
  path: '/services',
  validateSearch: (raw: RawSearch): { q?: string; domain?: (typeof DOMAINS)[number] } => ({
    q: textParam(raw['q']),
    domain: choiceParam(raw['domain'], DOMAINS),
  }),
  component: lazyPage(() => import('../pages/catalog/services-page.js'), 'ServicesPage'),
});
const guide = createRoute({
  ...under,
  path: '/services/$code',
  component: lazyPage(() => import('../pages/catalog/guide-page.js'), 'GuidePage'),
});
const file = createRoute({
  ...under,
  path: '/file',
  validateSearch: (raw: RawSearch): { step?: (typeof STEPS)[number]; service?: string; package?: string } => ({
    step: choiceParam(raw['step'], STEPS),
    service: textParam(raw['service']),
    package: textParam(raw['package']),
  }),
  beforeLoad: onlyFor('file'),
  component: lazyPage(() => import('../pages/filing/filing-page.js'), 'FilingPage'),
});
const filed = createRoute({
  ...under,
  path: '/requests/$id/filed',
  beforeLoad: onlyFor('requests'),
  component: lazyPage(() => import('../pages/filing/filed-page.js'), 'FiledPage'),
});
const requests = createRoute({
  ...under,
  path: '/requests',
  validateSearch: (
    raw: RawSearch,
  ): { status?: (typeof REQUEST_STATUSES)[number]; domain?: (typeof DOMAINS)[number]; q?: string } => ({
    status: choiceParam(raw['status'], REQUEST_STATUSES),
    domain: choiceParam(raw['domain'], DOMAINS),
    q: textParam(raw['q']),
  }),
  beforeLoad: onlyFor('requests'),
  component: lazyPage(() => import('../pages/requests/requests-page.js'), 'RequestsPage'),
});
const request = createRoute({
  ...under,
  path: '/requests/$id',
  beforeLoad: onlyFor('requests'),
  component: lazyPage(() => import('../pages/requests/request-page.js'), 'RequestPage'),
});
const correction = createRoute({
  ...under,
  path: '/requests/$id/correction/$itemId',
  beforeLoad: onlyFor('file'),
  component: lazyPage(() => import('../pages/requests/correction-page.js'), 'CorrectionPage'),
});
const verify = createRoute({
  ...under,
  path: '/verify',
  validateSearch: readReceipt,
  component: lazyPage(() => import('../pages/verify/verify-page.js'), 'VerifyPage'),
});
const track = createRoute({
  ...under,
  path: '/track',
  validateSearch: readReceipt,
  component: lazyPage(() => import('../pages/track/track-page.js'), 'TrackPage'),
});
const batch = createRoute({
  ...under,
  path: '/file/batch',
  beforeLoad: onlyFor('file'),
  component: lazyPage(() => import('../pages/batch/batch-page.js'), 'BatchPage'),
});
const queue = createRoute({
  ...under,
  path: '/queue',
  validateSearch: readQueueSearch,
  beforeLoad: onlyFor('queue'),
  component: lazyPage(() => import('../pages/queue/queue-page.js'), 'QueuePage'),
});
const ticket = createRoute({
  ...under,
  path: '/tickets/$id',
  beforeLoad: onlyFor('queue'),
  component: lazyPage(() => import('../pages/ticket/ticket-page.js'), 'TicketPage'),
});
const jobs = createRoute({
  ...under,
  path: '/jobs',
  validateSearch: (raw: RawSearch): { domain?: (typeof TECHNICAL_DOMAINS)[number]; closed?: boolean } => ({
    domain: choiceParam(raw['domain'], TECHNICAL_DOMAINS),
    closed: String(raw['closed']) === 'true' ? true : undefined,
  }),
  beforeLoad: onlyFor('jobs'),
  component: lazyPage(() => import('../pages/jobs/jobs-page.js'), 'JobsPage'),
});
const job = createRoute({
  ...under,
  path: '/jobs/$domain/$id',
  params: {
    parse: ({ domain, id }) => {
      const known = choiceParam(domain, TECHNICAL_DOMAINS);
      if (!known) throw redirect({ to: '/jobs' });
      return { domain: known, id };
    },
    stringify: (params) => params,
  },
  beforeLoad: onlyFor('job'),
  component: lazyPage(() => import('../pages/jobs/job-page.js'), 'JobPage'),
});
const overview = createRoute({
  ...under,
  path: '/overview',
  validateSearch: (raw: RawSearch): { from?: string; to?: string } => ({
    from: dayParam(raw['from']),
    to: dayParam(raw['to']),
  }),
  beforeLoad: onlyFor('overview'),
  component: lazyPage(() => import('../pages/overview/overview-page.js'), 'OverviewPage'),
});
const deadLetters = createRoute({
  ...under,
  path: '/dead-letters',
  validateSearch: (raw: RawSearch): { status?: 'parked' | 'replayed' | 'discarded' } => ({
    status: choiceParam(raw['status'], ['parked', 'replayed', 'discarded'] as const),
  }),
  beforeLoad: onlyFor('dead-letters'),
  component: lazyPage(() => import('../pages/operations/dead-letters-page.js'), 'DeadLettersPage'),
});
const inbox = createRoute({
  ...under,
  path: '/inbox',
  beforeLoad: onlyFor(),
  component: lazyPage(() => import('../pages/inbox/inbox-page.js'), 'InboxPage'),
});

const routeTree = root.addChildren([
  ...[home, login, register, services, guide, verify, track],
  ...[file, batch, filed, requests, request, correction],
  ...[queue, ticket, jobs, job, overview, deadLetters, inbox],
  ...ACCOUNT_ROUTES,
  ...SYSTEM_ROUTES,
  ...RESOURCE_ROUTES,
  ...COOPERATION_ROUTES,
  ...ENTERPRISE_ROUTES,
  ...DEMAND_ROUTES,
  ...VOUCHER_ROUTES,
  ...AUDIT_ROUTES,
  ...RECTIFICATION_ROUTES,
]);

/** Plain `name=value`: a code such as 12E4 on a certificate is a text, not a number. */
const asWritten = (value: string): string => value;

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch: parseSearchWith(asWritten),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
