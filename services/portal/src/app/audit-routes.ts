import { createRoute } from '@tanstack/react-router';
import { AUDIT_OUTCOMES, type AuditFilters } from '../api/audit.js';
import { SERVICES, type ServiceName } from '../api/operations.js';
import { onlyFor } from './guards.js';
import { lazyPage } from './lazy-page.js';
import { under } from './root-route.js';
import { choiceParam, dayParam, textParam, type RawSearch } from './search-params.js';

const audit = createRoute({
  ...under,
  path: '/audit',
  validateSearch: (raw: RawSearch): AuditFilters & { service?: ServiceName } => ({
    service: choiceParam(raw['service'], SERVICES),
    username: textParam(raw['username']),
    action: textParam(raw['action']),
    subject: textParam(raw['subject']),
    outcome: choiceParam(raw['outcome'], AUDIT_OUTCOMES),
    from: dayParam(raw['from']),
    until: dayParam(raw['until']),
  }),
  beforeLoad: onlyFor('audit'),
  component: lazyPage(() => import('../pages/audit/audit-page.js'), 'AuditPage'),
});

/** What auditors look into. */
export const AUDIT_ROUTES = [audit] as const;
