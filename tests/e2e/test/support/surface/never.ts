import type { Role } from '@nqi/platform';
import type { Relation } from './objects.js';

/** One thing that must never pass: who, what, of whose object (as seen from WS-370481 and ent-370481), and why not. */
export type Never = readonly [who: string, role: Role, operation: string, whose: Relation | '', why: string];

const FOREIGN_FIRM = 'an enterprise must not learn or touch what another filed';
const OTHER_STATION = 'a station has no business in its neighbour’s counter';
const BELOW = 'a clerk sees the park’s station below and must not act in its stead';
const ABOVE = 'the hub took it over, so it is no longer the county’s';
const OTHER_BODY = 'an institution must not see the work or the clients of a competitor';
const WATCHES = 'who audits must not be able to do what is audited';
const SOFTWARE = 'who keeps the software has no business in the cases';
const OFFICE = 'an enterprise must not decide in the office’s name';
const FOUR_EYES = 'who did the work must not also review or release it';
const INTEGRITY = 'an office must not write an institution’s results';
const THREE = 'the three administrators watch each other and hold nothing of each other’s';

/** In words, by hand and not from the policy table: a slip of the table must not take its own test along. */
export const NEVER: readonly Never[] = [
  ['ent-370402', 'enterprise_owner', 'GET /api/v1/requests/{id}', 'own', FOREIGN_FIRM],
  ['ent-370402', 'enterprise_owner', 'GET /api/v1/requests/{id}/timeline', 'own', FOREIGN_FIRM],
  ['ent-370402', 'enterprise_owner', 'POST /api/v1/requests/{id}/cancel', 'own', FOREIGN_FIRM],
  ['ent-370402', 'enterprise_owner', 'POST /api/v1/requests/{id}/rating', 'own', FOREIGN_FIRM],
  ['ent-370402', 'enterprise_owner', 'POST /api/v1/requests/{id}/complaints', 'own', FOREIGN_FIRM],
  ['ent-370402', 'enterprise_owner', 'POST /api/v1/requests/{id}/items/{itemId}/correction', 'own', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_member', 'GET /api/v1/requests/{id}', 'sibling', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_member', 'POST /api/v1/requests/{id}/cancel', 'parent', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_owner', 'POST /api/v1/tickets/{id}/urge', 'sibling', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_owner', 'GET /api/v1/tickets/{id}/proposals', 'sibling', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_owner', 'POST /api/v1/tickets/{id}/choice', 'sibling', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_owner', 'GET /api/v1/metrology/jobs/{id}', 'sibling', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_owner', 'GET /api/v1/testing/jobs/{id}', 'child', FOREIGN_FIRM],
  ['ent-370481', 'enterprise_owner', 'GET /api/v1/certification/jobs/{id}', 'parent', FOREIGN_FIRM],

  ['ent-370481', 'enterprise_owner', 'GET /api/v1/tickets/{id}', 'own', OFFICE],
  [
    'ent-370481',
    'enterprise_owner',
    'GET /api/v1/tickets/{id}/notes',
    'own',
    'offices write notes for each other alone',
  ],
  ['ent-370481', 'enterprise_owner', 'POST /api/v1/tickets/{id}/accept', 'own', OFFICE],
  ['ent-370481', 'enterprise_owner', 'POST /api/v1/tickets/{id}/resolve', 'own', OFFICE],
  ['ent-370481', 'enterprise_owner', 'POST /api/v1/tickets/{id}/override', 'own', OFFICE],
  ['ent-370481', 'enterprise_owner', 'POST /api/v1/tickets/bulk', '', OFFICE],
  [
    'ent-370481',
    'enterprise_owner',
    'POST /api/v1/metrology/jobs/{id}/{action}',
    'own',
    'a client must not verify its own instruments',
  ],
  ['ent-370481', 'enterprise_owner', 'GET /api/v1/insight/overview', '', 'figures of the city are the offices’'],
  ['ent-370481', 'enterprise_owner', 'POST /api/v1/network/nodes', '', OFFICE],
  [
    'ent-370481',
    'enterprise_owner',
    'GET /api/v1/operations/{service}/audit',
    '',
    'the trail names people and addresses',
  ],
  [
    'ent-370481',
    'enterprise_owner',
    'POST /api/v1/enterprises/{uscc}/contact',
    '',
    'no enterprise needs another’s contact',
  ],
  [
    'ent-370481',
    'enterprise_member',
    'POST /api/v1/auth/invitations',
    '',
    'only the owner lets people into the enterprise',
  ],
  ['ent-370481', 'enterprise_member', 'POST /api/v1/delegations', '', 'only the owner lets another enterprise act'],
  ['ent-370481', 'enterprise_member', 'GET /api/v1/accounts', '', 'only the owner keeps accounts'],

  ['clerk-WS-370402', 'clerk', 'GET /api/v1/tickets/{id}', 'own', OTHER_STATION],
  ['clerk-WS-370402', 'clerk', 'POST /api/v1/tickets/{id}/accept', 'own', OTHER_STATION],
  ['clerk-WS-370402', 'clerk', 'POST /api/v1/tickets/{id}/transfer', 'own', OTHER_STATION],
  ['clerk-WS-370402', 'clerk', 'POST /api/v1/tickets/{id}/return', 'own', OTHER_STATION],
  ['clerk-WS-370402', 'clerk', 'POST /api/v1/tickets/{id}/notes', 'own', OTHER_STATION],
  ['clerk-WS-370402', 'clerk', 'GET /api/v1/requests/{id}', 'own', OTHER_STATION],
  ['lead-WS-370402', 'lead', 'POST /api/v1/tickets/{id}/override', 'own', OTHER_STATION],
  ['lead-WS-370402', 'lead', 'POST /api/v1/requests/{id}/cancel', 'own', OTHER_STATION],
  ['lead-WS-370402', 'lead', 'GET /api/v1/metrology/jobs/{id}', 'own', OTHER_STATION],
  ['clerk-WS-370481', 'clerk', 'POST /api/v1/tickets/{id}/accept', 'child', BELOW],
  ['clerk-WS-370481', 'clerk', 'POST /api/v1/tickets/{id}/resolve', 'child', BELOW],
  ['clerk-WS-370481', 'clerk', 'POST /api/v1/tickets/{id}/pause', 'child', BELOW],
  ['clerk-WS-370481', 'clerk', 'POST /api/v1/tickets/{id}/claim', 'child', BELOW],
  ['clerk-WS-370481', 'clerk', 'GET /api/v1/tickets/{id}', 'parent', ABOVE],
  ['lead-WS-370481', 'lead', 'POST /api/v1/tickets/{id}/assign', 'parent', ABOVE],
  [
    'clerk-WS-370481901',
    'clerk',
    'GET /api/v1/tickets/{id}',
    'own',
    'a park’s station does not see its county’s tickets',
  ],
  ['lead-WS-370481901', 'lead', 'POST /api/v1/tickets/{id}/transfer', 'own', 'nor hands them on'],
  ['clerk-WS-370481', 'clerk', 'POST /api/v1/tickets/{id}/override', 'own', 'placing against the router is the lead’s'],
  [
    'clerk-WS-370481',
    'clerk',
    'POST /api/v1/requests/{id}/cancel',
    'own',
    'a clerk must not withdraw a client’s request',
  ],
  ['clerk-WS-370481', 'clerk', 'POST /api/v1/requests/{id}/rating', 'own', 'an office must not rate itself'],
  ['lead-WS-370481', 'lead', 'POST /api/v1/requests/{id}/rating', 'own', 'an office must not rate itself'],
  ['dispatcher', 'dispatcher', 'POST /api/v1/requests/{id}/rating', 'own', 'nor the hub for it'],
  ['clerk-WS-370481', 'clerk', 'POST /api/v1/triage/{id}/place', 'own', 'triage is decided at the hub'],
  ['lead-WS-370481', 'lead', 'PUT /api/v1/calendar/years/{year}', '', 'a station must not move its own deadlines'],
  ['lead-WS-370481', 'lead', 'POST /api/v1/routing/rulesets', '', 'a station must not write the rules of the city'],
  ['lead-WS-370481', 'lead', 'POST /api/v1/routing/sla-policies', '', 'a station must not write its own promises'],

  ['clerk-WS-370481', 'clerk', 'POST /api/v1/metrology/jobs/{id}/{action}', 'own', INTEGRITY],
  ['lead-WS-370481', 'lead', 'POST /api/v1/testing/jobs/{id}/{action}', 'own', INTEGRITY],
  ['dispatcher', 'dispatcher', 'POST /api/v1/certification/jobs/{id}/{action}', 'own', INTEGRITY],
  ['administrator', 'administrator', 'POST /api/v1/standards/jobs/{id}/{action}', 'own', INTEGRITY],
  ['technician-testing', 'technician', 'GET /api/v1/metrology/jobs/{id}', 'own', OTHER_BODY],
  ['technician-testing', 'technician', 'POST /api/v1/metrology/jobs/{id}/{action}', 'own', OTHER_BODY],
  ['reviewer-metrology', 'reviewer', 'GET /api/v1/testing/jobs/{id}', 'own', OTHER_BODY],
  ['approver-metrology', 'approver', 'GET /api/v1/certification/jobs/{id}', 'own', OTHER_BODY],
  ['reviewer-metrology', 'reviewer', 'POST /api/v1/metrology/jobs/{id}/{action}', 'own', FOUR_EYES],
  ['approver-metrology', 'approver', 'POST /api/v1/metrology/jobs/{id}/{action}', 'own', FOUR_EYES],
  [
    'technician-metrology',
    'technician',
    'GET /api/v1/tickets/{id}',
    'own',
    'the counter’s book is not the institution’s',
  ],
  ['technician-metrology', 'technician', 'GET /api/v1/requests/{id}', 'own', 'nor the whole of the client’s request'],
  [
    'technician-metrology',
    'technician',
    'PUT /api/v1/network/institutions/{id}/capabilities/{serviceCode}',
    '',
    'nobody writes its own capabilities',
  ],
  [
    'technician-metrology',
    'institution_administrator',
    'POST /api/v1/network/institutions/{id}/qualifications',
    '',
    'nor its own qualifications',
  ],

  ['auditor', 'auditor', 'POST /api/v1/tickets/{id}/accept', 'own', WATCHES],
  ['auditor', 'auditor', 'POST /api/v1/requests/{id}/cancel', 'own', WATCHES],
  ['auditor', 'auditor', 'POST /api/v1/requests', '', WATCHES],
  ['auditor', 'auditor', 'POST /api/v1/operations/{service}/dead-letters/{id}/discard', '', WATCHES],
  ['auditor', 'auditor', 'POST /api/v1/enterprises/{uscc}/contact', '', 'personal data is not needed to audit'],
  [
    'province',
    'province',
    'POST /api/v1/tickets/{id}/accept',
    'own',
    'the province looks on, and works only what is referred to it',
  ],
  ['system_administrator', 'system_administrator', 'GET /api/v1/requests/{id}', 'own', SOFTWARE],
  ['system_administrator', 'system_administrator', 'GET /api/v1/tickets/{id}', 'own', SOFTWARE],
  ['system_administrator', 'system_administrator', 'POST /api/v1/accounts', '', THREE],
  ['system_administrator', 'system_administrator', 'GET /api/v1/operations/{service}/audit', '', THREE],
  ['security_administrator', 'security_administrator', 'GET /api/v1/operations/{service}/audit', '', THREE],
  ['security_administrator', 'security_administrator', 'GET /api/v1/requests/{id}', 'own', SOFTWARE],
  [
    'security_administrator',
    'security_administrator',
    'POST /api/v1/operations/{service}/dead-letters/{id}/replay',
    '',
    THREE,
  ],
  ['audit_administrator', 'audit_administrator', 'POST /api/v1/auth/keys/rotate', '', THREE],
  ['audit_administrator', 'audit_administrator', 'GET /api/v1/metrology/jobs/{id}', 'own', SOFTWARE],
  ['administrator', 'administrator', 'POST /api/v1/auth/keys/rotate', '', THREE],
  [
    'administrator',
    'administrator',
    'GET /api/v1/operations/{service}/audit',
    '',
    'who changes the system must not read who is watching',
  ],
];
