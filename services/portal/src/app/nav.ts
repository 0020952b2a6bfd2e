import { can, type Ability, type Role } from '../api/roles.js';

export interface NavEntry {
  readonly to: string;
  readonly text: string;
  readonly ability?: Ability;
  /** For visitors too. */
  readonly open?: boolean;
}

const ENTRIES: readonly NavEntry[] = [
  { to: '/queue', text: 'nav.queue', ability: 'queue' },
  { to: '/jobs', text: 'nav.jobs', ability: 'jobs' },
  { to: '/services', text: 'nav.services', open: true },
  { to: '/requests', text: 'nav.requests', ability: 'requests' },
  { to: '/overview', text: 'nav.overview', ability: 'overview' },
  { to: '/dead-letters', text: 'nav.deadLetters', ability: 'dead-letters' },
  { to: '/verify', text: 'nav.verify', open: true },
];

/** The links of the header for the caller's roles; a visitor gets what needs no account. */
export const navFor = (roles: readonly Role[] | undefined): readonly NavEntry[] =>
  ENTRIES.filter((entry) => entry.open || (entry.ability !== undefined && can(roles, entry.ability)));

/** Where a person begins after logging in. */
export function startFor(roles: readonly Role[]): string {
  if (can(roles, 'overview') && !can(roles, 'file')) return '/overview';
  if (can(roles, 'queue')) return '/queue';
  if (can(roles, 'jobs')) return '/jobs';
  return '/';
}
