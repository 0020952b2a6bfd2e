import { SERVICE_NAMES, type ServiceName } from '@nqi/contracts';
import type { Admission } from '../door/admission.js';
import { domainOfDeliverable } from './deliverable-number.js';

/** Which service serves an address; undefined when nobody does. */
type ServiceOf = (parameters: Readonly<Record<string, string>>) => ServiceName | undefined;

export type ProxyMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ProxyRoute {
  /** Address in find-my-way's syntax. */
  readonly url: string;
  readonly methods: readonly ProxyMethod[];
  readonly admission: Admission;
  /** A service's name, or how to find it. */
  readonly service: ServiceName | ServiceOf;
  /** The body flows through as it comes, unmeasured: the service itself counts what it takes. */
  readonly streamed?: boolean;
}

const READ: readonly ProxyMethod[] = ['GET', 'HEAD'];
const CHANGE: readonly ProxyMethod[] = ['POST', 'PUT', 'PATCH', 'DELETE'];
const ANY: readonly ProxyMethod[] = [...READ, ...CHANGE];

/** A context and everything below it. */
const context = (name: string, service: ServiceName, admission: Admission, methods = ANY): ProxyRoute[] =>
  [`/api/v1/${name}`, `/api/v1/${name}/*`].map((url) => ({ url, methods, admission, service }));

/** What says itself who calls, by password, one-time link or API key. */
const signingIn = (name: string): ProxyRoute => ({
  url: `/api/v1/auth/${name}`,
  methods: ['POST'],
  admission: 'signing-in',
  service: 'identity',
});

/** A service that operators can ask for its dead letters. */
const operations = (service: ServiceName): ProxyRoute => ({
  url: `/api/v1/operations/${service}/*`,
  methods: ANY,
  admission: 'signed-in',
  service,
});

/** Everything that lies behind the door, and what it takes to pass. */
export const PROXY_ROUTES: readonly ProxyRoute[] = [
  ...[
    'login',
    'refresh',
    'password',
    'password/link',
    'second-factor',
    'second-factor/confirm',
    'invitations/accept',
    'key',
    'single-sign-on/begin',
    'single-sign-on/complete',
    'single-sign-on/code',
    'single-sign-on/register',
    'personal-data/erasure/status',
  ].map(signingIn),
  { url: '/api/v1/auth/single-sign-on/providers', methods: READ, admission: 'open', service: 'identity' },
  ...context('auth', 'identity', 'signed-in'),
  ...context('accounts', 'identity', 'signed-in'),
  ...context('delegations', 'identity', 'signed-in'),
  ...context('api-keys', 'identity', 'signed-in'),
  { url: '/api/v1/enterprises', methods: ['POST'], admission: 'open', service: 'identity' },
  { url: '/api/v1/enterprises', methods: READ, admission: 'signed-in', service: 'identity' },
  { url: '/api/v1/enterprises/*', methods: ANY, admission: 'signed-in', service: 'identity' },

  ...context('catalog', 'intake', 'open', READ),
  ...context('catalogue-editions', 'intake', 'signed-in'),
  ...context('demands', 'intake', 'signed-in'),
  ...context('requests', 'intake', 'signed-in'),
  { url: '/api/v1/materials', methods: ['POST'], admission: 'signed-in', service: 'intake', streamed: true },
  { url: '/api/v1/materials', methods: READ, admission: 'signed-in', service: 'intake' },
  // The address itself is the permission.
  { url: '/api/v1/materials/downloads/:token', methods: READ, admission: 'open', service: 'intake' },
  { url: '/api/v1/materials/*', methods: ANY, admission: 'signed-in', service: 'intake' },
  ...context('rectifications', 'intake', 'signed-in'),
  ...context('quotes', 'intake', 'signed-in'),
  ...context('trainings', 'intake', 'signed-in'),
  ...context('voucher-programmes', 'intake', 'signed-in'),
  ...context('vouchers', 'intake', 'signed-in'),
  ...context('drafts', 'intake', 'signed-in'),
  ...context('webhooks', 'intake', 'signed-in'),

  ...context('tickets', 'routing', 'signed-in'),
  ...context('network', 'routing', 'signed-in'),
  ...context('routing', 'routing', 'signed-in'),
  ...context('triage', 'routing', 'signed-in'),
  // The platform of the province; the signature is its admission.
  { url: '/api/v1/upwards/statuses', methods: ['POST'], admission: 'signed', service: 'routing' },
  ...context('upwards', 'routing', 'signed-in'),
  ...context('calendar', 'routing', 'signed-in'),

  ...context('metrology', 'metrology', 'signed-in'),
  ...context('standards', 'standards', 'signed-in'),
  ...context('testing', 'testing', 'signed-in'),
  ...context('certification', 'certification', 'signed-in'),

  ...context('insight', 'insight', 'signed-in'),
  ...context('notifications', 'notification', 'signed-in'),

  {
    url: '/api/v1/public/deliverables/:number',
    methods: READ,
    admission: 'open',
    service: ({ number }) => domainOfDeliverable(number ?? ''),
  },
  { url: '/api/v1/public/requests/:number', methods: READ, admission: 'open', service: 'intake' },
  ...SERVICE_NAMES.map(operations),
];
