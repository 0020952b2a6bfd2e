export const ROLES = [
  'enterprise_owner',
  'enterprise_member',
  'clerk',
  'lead',
  'technician',
  'reviewer',
  'approver',
  'dispatcher',
  'catalogue_editor',
  'administrator',
  'auditor',
  'province',
  'institution_administrator',
  'receptionist',
  'expert',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What a screen offers. The services decide anew on every call; this only keeps useless links away. */
export type Ability =
  | 'file'
  | 'requests'
  | 'rate'
  | 'materials'
  | 'audit'
  | 'connections'
  | 'people'
  | 'rectifications'
  | 'rectification-desk'
  | 'rectification-work'
  | 'rectification-decide'
  | 'queue'
  | 'jobs'
  | 'job'
  | 'overview'
  | 'dead-letters'
  | 'settle'
  | 'accounts'
  | 'network'
  | 'network-edit'
  | 'network-history'
  | 'institution-apply'
  | 'institution-follow'
  | 'policies'
  | 'policy-edit'
  | 'catalogue'
  | 'catalogue-edit'
  | 'demands'
  | 'resources'
  | 'resource-edit'
  | 'book'
  | 'bookings'
  | 'booking-handle'
  | 'booking-cancel'
  | 'referrals'
  | 'referral-work'
  | 'note'
  | 'contact'
  | 'link'
  | 'split'
  | 'triage'
  | 'triage-decide'
  | 'override'
  | 'vouchers'
  | 'voucher-use'
  | 'voucher-programmes'
  | 'voucher-keep';

const ENTERPRISE: readonly Role[] = ['enterprise_owner', 'enterprise_member'];
const OFFICE: readonly Role[] = ['clerk', 'lead', 'dispatcher'];
const OVERSIGHT: readonly Role[] = ['administrator', 'auditor', 'province'];
const INSTITUTION: readonly Role[] = ['technician', 'reviewer', 'approver'];
/** They look after accounts and after those who look after the system, not after its work. */
const SECURITY: readonly Role[] = ['security_administrator', 'audit_administrator'];

const ABILITIES: Record<Ability, readonly Role[]> = {
  file: [...ENTERPRISE, ...OFFICE],
  requests: [...ENTERPRISE, ...OFFICE, ...OVERSIGHT],
  rate: ENTERPRISE,
  materials: ENTERPRISE,
  audit: ['auditor', 'audit_administrator'],
  connections: ['enterprise_owner'],
  people: ENTERPRISE,
  rectifications: [...ENTERPRISE, 'lead', 'dispatcher', ...OVERSIGHT],
  'rectification-desk': ['lead', 'dispatcher', ...OVERSIGHT],
  'rectification-work': ['lead', 'dispatcher'],
  'rectification-decide': ['dispatcher', 'administrator'],
  queue: [...OFFICE, ...OVERSIGHT],
  jobs: [...INSTITUTION, ...OVERSIGHT],
  job: [...INSTITUTION, ...OVERSIGHT, ...OFFICE, ...ENTERPRISE],
  overview: [...OFFICE, ...OVERSIGHT],
  'dead-letters': ['administrator', 'auditor', 'system_administrator'],
  settle: ['administrator', 'system_administrator'],
  accounts: ['enterprise_owner', 'institution_administrator', 'lead', 'administrator', ...SECURITY],
  network: [...OFFICE, ...INSTITUTION, ...OVERSIGHT, 'catalogue_editor', 'institution_administrator'],
  'network-edit': ['administrator'],
  'network-history': ['dispatcher', ...OVERSIGHT],
  'institution-apply': ['institution_administrator', ...OFFICE, 'administrator'],
  'institution-follow': ['institution_administrator', ...INSTITUTION, ...OFFICE, ...OVERSIGHT],
  policies: ['dispatcher', ...OVERSIGHT],
  'policy-edit': ['dispatcher', 'administrator'],
  catalogue: ['catalogue_editor', 'dispatcher', ...OVERSIGHT],
  'catalogue-edit': ['catalogue_editor', 'administrator'],
  demands: [...ENTERPRISE, 'lead', 'dispatcher', ...OVERSIGHT],
  resources: ROLES.filter((role) => role !== 'system_administrator' && !SECURITY.includes(role)),
  'resource-edit': ['administrator', 'technician', 'approver'],
  book: [...ENTERPRISE, ...OFFICE, 'technician'],
  bookings: [...ENTERPRISE, ...INSTITUTION, ...OFFICE, ...OVERSIGHT],
  'booking-handle': ['technician', 'approver'],
  referrals: [...OFFICE, ...OVERSIGHT],
  'referral-work': [...OFFICE, 'province'],
  contact: OFFICE,
  note: [...OFFICE, 'province'],
  link: OFFICE,
  split: OFFICE,
  triage: ['lead', 'dispatcher', ...OVERSIGHT],
  'triage-decide': ['lead', 'dispatcher'],
  override: ['lead', 'dispatcher'],
  vouchers: [...ENTERPRISE, ...INSTITUTION, ...OFFICE, ...OVERSIGHT],
  'voucher-use': ENTERPRISE,
  'voucher-programmes': ['dispatcher', ...OVERSIGHT],
  'voucher-keep': ['administrator'],
  'booking-cancel': [...ENTERPRISE, ...OFFICE, 'technician', 'approver'],
};

export const can = (roles: readonly Role[] | undefined, ability: Ability): boolean =>
  roles?.some((role) => ABILITIES[ability].includes(role)) ?? false;
