import { can, type Ability, type Role } from '../api/roles.js';

/** A page that has a link; pages behind it (one ticket, one institution) are found through it. */
export interface NavPage {
  readonly to: string;
  readonly text: string;
  readonly ability?: Ability;
  /** For visitors too. */
  readonly open?: boolean;
  /** Where the pages behind it stand, when that is not below it. */
  readonly behind?: string;
}

/** Pages that belong together: one link in the header, and one each below it. */
interface Section {
  readonly text: string;
  readonly pages: readonly NavPage[];
}

export interface NavEntry {
  readonly to: string;
  readonly text: string;
  readonly pages: readonly NavPage[];
}

const alone = (page: NavPage): Section => ({ text: page.text, pages: [page] });

const SECTIONS: readonly Section[] = [
  {
    text: 'nav.work',
    pages: [
      { to: '/queue', text: 'nav.queue', ability: 'queue', behind: '/tickets' },
      { to: '/referrals', text: 'nav.referrals', ability: 'referrals' },
      { to: '/triage', text: 'nav.triage', ability: 'triage' },
      { to: '/demands', text: 'nav.demands', ability: 'triage' },
      { to: '/rectifications', text: 'nav.rectifications', ability: 'rectification-desk' },
    ],
  },
  alone({ to: '/jobs', text: 'nav.jobs', ability: 'jobs' }),
  alone({ to: '/services', text: 'nav.services', open: true }),
  {
    text: 'nav.requests',
    pages: [
      { to: '/requests', text: 'nav.requests', ability: 'requests' },
      { to: '/demands', text: 'nav.demands', ability: 'rate' },
      { to: '/materials', text: 'nav.materials', ability: 'materials' },
      { to: '/rectifications', text: 'nav.rectifications', ability: 'rate' },
    ],
  },
  {
    text: 'nav.system',
    pages: [
      { to: '/network', text: 'nav.network', ability: 'network' },
      { to: '/institutions', text: 'nav.institutions', ability: 'network' },
      { to: '/rules', text: 'nav.rules', ability: 'policies' },
      { to: '/promises', text: 'nav.promises', ability: 'policies' },
      { to: '/lab', text: 'nav.lab', ability: 'policies' },
      { to: '/catalogue', text: 'nav.catalogue', ability: 'catalogue' },
      { to: '/resources', text: 'nav.resources', ability: 'resources' },
      { to: '/bookings', text: 'nav.bookings', ability: 'bookings' },
      { to: '/vouchers', text: 'nav.vouchers', ability: 'vouchers' },
      { to: '/voucher-programmes', text: 'nav.voucherProgrammes', ability: 'voucher-programmes' },
    ],
  },
  {
    text: 'nav.own',
    pages: [
      { to: '/people', text: 'nav.people', ability: 'people' },
      { to: '/connections', text: 'nav.connections', ability: 'connections' },
    ],
  },
  {
    text: 'nav.overview',
    pages: [
      { to: '/overview', text: 'nav.overview', ability: 'overview' },
      { to: '/dead-letters', text: 'nav.deadLetters', ability: 'dead-letters' },
      { to: '/accounts', text: 'nav.accounts', ability: 'accounts' },
      { to: '/audit', text: 'nav.audit', ability: 'audit' },
    ],
  },
  alone({ to: '/verify', text: 'nav.verify', open: true }),
];

/**
 * The links of the header for the caller's roles; a visitor gets what needs no account. A section of which somebody
 * sees the first page bears its own name, otherwise that of the page it leads to.
 */
export function navFor(roles: readonly Role[] | undefined): readonly NavEntry[] {
  return SECTIONS.flatMap(({ text, pages }) => {
    const seen = pages.filter((page) => page.open || (page.ability !== undefined && can(roles, page.ability)));
    const [first] = seen;
    return first
      ? [{ to: first.to, text: seen.length > 1 && first === pages[0] ? text : first.text, pages: seen }]
      : [];
  });
}

const isAt = (pathname: string, { to, behind }: NavPage): boolean =>
  [to, behind].some((place) => place !== undefined && (pathname === place || pathname.startsWith(`${place}/`)));

/** The page with a link that one is on, or behind. */
export const pageAt = (pages: readonly NavPage[], pathname: string): NavPage | undefined =>
  pages.find((page) => isAt(pathname, page));

/** Where a person begins after logging in. */
export function startFor(roles: readonly Role[]): string {
  if (can(roles, 'overview') && !can(roles, 'file')) return '/overview';
  if (can(roles, 'queue')) return '/queue';
  if (can(roles, 'jobs')) return '/jobs';
  return '/';
}
