import type { Role } from './principal.js';

/**
 * How far a permission reaches: `own` the caller's enterprise or institution, `node` the caller's office, `subtree`
 * the office and all below it, `all` everything.
 */
export type Reach = 'own' | 'node' | 'subtree' | 'all';

type Grants = Partial<Record<Role, Reach>>;

const OVERSIGHT: Grants = { dispatcher: 'all', administrator: 'all', auditor: 'all', province: 'all' };
const ENTERPRISE: Grants = { enterprise_owner: 'own', enterprise_member: 'own' };
const WORKSTATION: Grants = { clerk: 'node', lead: 'subtree', dispatcher: 'all' };

/** The one table of who may do what; guards, queries and the access matrix test all read it. */
export const POLICY = {
  'request.file': { ...ENTERPRISE, clerk: 'all', lead: 'all', dispatcher: 'all' },
  'request.read': { ...ENTERPRISE, clerk: 'subtree', lead: 'subtree', ...OVERSIGHT },
  'request.cancel': { ...ENTERPRISE, lead: 'subtree', dispatcher: 'all' },
  'request.correct': { ...ENTERPRISE, clerk: 'node', lead: 'subtree', dispatcher: 'all' },
  'request.rate': { ...ENTERPRISE },
  'material.keep': ENTERPRISE,
  'material.read': {
    ...ENTERPRISE,
    clerk: 'subtree',
    lead: 'subtree',
    dispatcher: 'all',
    technician: 'own',
    reviewer: 'own',
    approver: 'own',
  },
  'rectification.read': { ...ENTERPRISE, lead: 'subtree', ...OVERSIGHT },
  'rectification.work': { lead: 'subtree', dispatcher: 'all' },
  'rectification.decide': { dispatcher: 'all', administrator: 'all' },
  'demand.file': { ...ENTERPRISE, clerk: 'all', lead: 'all', dispatcher: 'all' },
  'demand.answer': ENTERPRISE,
  'demand.read': { ...ENTERPRISE, lead: 'subtree', ...OVERSIGHT },
  'quote.offer': { ...WORKSTATION, technician: 'own', approver: 'own' },
  'quote.answer': ENTERPRISE,
  'quote.read': {
    ...ENTERPRISE,
    technician: 'own',
    reviewer: 'own',
    approver: 'own',
    clerk: 'subtree',
    lead: 'subtree',
    ...OVERSIGHT,
  },
  'voucher-programme.read': OVERSIGHT,
  'voucher-programme.keep': { administrator: 'all' },
  'voucher.read': {
    ...ENTERPRISE,
    technician: 'own',
    reviewer: 'own',
    approver: 'own',
    clerk: 'subtree',
    lead: 'subtree',
    ...OVERSIGHT,
  },
  'voucher.grant': { administrator: 'all' },
  'voucher.use': ENTERPRISE,
  'voucher.apply': { ...WORKSTATION, technician: 'own', approver: 'own' },
  'voucher.settle': { administrator: 'all' },
  'ticket.read': { clerk: 'subtree', lead: 'subtree', ...OVERSIGHT },
  'ticket.accept': WORKSTATION,
  'ticket.assign': WORKSTATION,
  'ticket.transfer': WORKSTATION,
  'ticket.escalate': WORKSTATION,
  'ticket.return': WORKSTATION,
  'ticket.pause': WORKSTATION,
  'ticket.resume': WORKSTATION,
  'ticket.resolve': WORKSTATION,
  /** The telephone of a request's contact in full, for those who call it; it goes on record. */
  'contact.read': WORKSTATION,
  'ticket.override': { lead: 'subtree', dispatcher: 'all' },
  'triage.read': { lead: 'subtree', ...OVERSIGHT },
  'triage.decide': { lead: 'node', dispatcher: 'all' },
  'training.read': { ...ENTERPRISE, clerk: 'all', lead: 'all', ...OVERSIGHT },
  'training.join': ENTERPRISE,
  'training.keep': { dispatcher: 'all', administrator: 'all' },
  'upwards.read': OVERSIGHT,
  'upwards.work': { dispatcher: 'all', administrator: 'all' },
  'ticket.claim': WORKSTATION,
  'ticket.bulk': WORKSTATION,
  'ticket.note': { clerk: 'subtree', lead: 'subtree', dispatcher: 'all', province: 'all' },
  'ticket.link': { clerk: 'subtree', lead: 'subtree', dispatcher: 'all' },
  'ticket.split': WORKSTATION,
  'progress.read': { ...ENTERPRISE, clerk: 'subtree', lead: 'subtree', ...OVERSIGHT },
  'progress.urge': ENTERPRISE,
  'choice.read': { ...ENTERPRISE, clerk: 'subtree', lead: 'subtree', ...OVERSIGHT },
  'choice.make': { ...ENTERPRISE, ...WORKSTATION },
  'queue-view.share': { lead: 'node', dispatcher: 'node' },
  'referral.read': { clerk: 'subtree', lead: 'subtree', ...OVERSIGHT },
  'referral.work': { ...WORKSTATION, province: 'node' },
  'network.read': {
    ...ENTERPRISE,
    clerk: 'all',
    lead: 'all',
    technician: 'all',
    reviewer: 'all',
    approver: 'all',
    catalogue_editor: 'all',
    institution_administrator: 'all',
    receptionist: 'all',
    expert: 'all',
    ...OVERSIGHT,
  },
  'network.edit': { administrator: 'all' },
  'institution.apply': {
    institution_administrator: 'own',
    clerk: 'node',
    lead: 'subtree',
    dispatcher: 'all',
    administrator: 'all',
  },
  'institution.check': { dispatcher: 'all', administrator: 'all' },
  'institution-lifecycle.read': {
    institution_administrator: 'own',
    technician: 'own',
    reviewer: 'own',
    approver: 'own',
    clerk: 'subtree',
    lead: 'subtree',
    ...OVERSIGHT,
  },
  'network-node.edit': { administrator: 'all', dispatcher: 'subtree' },
  'calendar.edit': { administrator: 'all' },
  'network-history.read': OVERSIGHT,
  'catalogue.read': { ...OVERSIGHT, catalogue_editor: 'all' },
  'catalogue.edit': { catalogue_editor: 'all', administrator: 'all' },
  'catalogue.publish': { catalogue_editor: 'all', administrator: 'all' },
  'ruleset.read': OVERSIGHT,
  'ruleset.edit': { dispatcher: 'all', administrator: 'all' },
  'resource.edit': { administrator: 'all', technician: 'own', approver: 'own' },
  'booking.request': { ...ENTERPRISE, clerk: 'node', lead: 'subtree', dispatcher: 'all', technician: 'own' },
  'booking.read': {
    ...ENTERPRISE,
    technician: 'own',
    reviewer: 'own',
    approver: 'own',
    clerk: 'node',
    lead: 'subtree',
    ...OVERSIGHT,
  },
  'booking.handle': { technician: 'own', approver: 'own' },
  'booking.cancel': {
    ...ENTERPRISE,
    technician: 'own',
    approver: 'own',
    clerk: 'node',
    lead: 'subtree',
    dispatcher: 'all',
  },
  'job.read': {
    ...ENTERPRISE,
    technician: 'own',
    reviewer: 'own',
    approver: 'own',
    clerk: 'subtree',
    lead: 'subtree',
    ...OVERSIGHT,
  },
  'job.work': { technician: 'own' },
  'job.review': { reviewer: 'own' },
  'job.approve': { approver: 'own' },
  'job.client': ENTERPRISE,
  'insight.read': { clerk: 'subtree', lead: 'subtree', ...OVERSIGHT },
  'account.manage': {
    enterprise_owner: 'own',
    institution_administrator: 'own',
    lead: 'node',
    administrator: 'node',
    security_administrator: 'all',
    audit_administrator: 'all',
  },
  'invitation.manage': { enterprise_owner: 'own' },
  'delegation.give': { enterprise_owner: 'own' },
  'delegation.use': ENTERPRISE,
  'personal-data.read': { clerk: 'all', lead: 'all', dispatcher: 'all', administrator: 'all' },
  'webhook.manage': { enterprise_owner: 'own' },
  'api-key.manage': { enterprise_owner: 'own' },
  'key.rotate': { security_administrator: 'all' },
  'audit.read': { auditor: 'all', audit_administrator: 'all' },
  'dead-letter.read': { administrator: 'all', auditor: 'all', system_administrator: 'all' },
  'dead-letter.settle': { administrator: 'all', system_administrator: 'all' },
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof POLICY;

const WIDTH: Record<Reach, number> = { own: 0, node: 1, subtree: 2, all: 3 };

/** The widest reach that any of the roles gives, or undefined when none gives the permission. */
export function reachOf(roles: readonly Role[], permission: Permission): Reach | undefined {
  const grants: Grants = POLICY[permission];
  return roles
    .map((role) => grants[role])
    .filter((reach) => reach !== undefined)
    .sort((a, b) => WIDTH[b] - WIDTH[a])[0];
}
