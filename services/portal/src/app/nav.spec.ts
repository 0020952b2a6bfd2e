import { ROLES } from '../api/roles.js';
import { navFor, pageAt, startFor } from './nav.js';

const targets = (...roles: Parameters<typeof startFor>[0]): string[] => navFor(roles).map(({ to }) => to);
const pages = (...roles: Parameters<typeof startFor>[0]): string[] =>
  navFor(roles).flatMap((entry) => entry.pages.map(({ to }) => to));

describe('navigation', () => {
  it('gives a visitor the catalogue and the verification only', () => {
    expect(navFor(undefined).map(({ to }) => to)).toEqual(['/services', '/verify']);
  });

  it('gives an enterprise its requests and what it can book, and no office tools', () => {
    expect(pages('enterprise_owner')).toEqual([
      '/services',
      '/requests',
      '/demands',
      '/materials',
      '/rectifications',
      '/resources',
      '/bookings',
      '/vouchers',
      '/people',
      '/connections',
      '/accounts',
      '/verify',
    ]);
    expect(navFor(['enterprise_owner']).map(({ text }) => text)).toContain('nav.resources');
  });

  it('gives a technician the jobs and the service system', () => {
    expect(targets('technician')).toEqual(['/jobs', '/services', '/network', '/verify']);
  });

  it('shows dead letters to administrators and auditors', () => {
    expect(pages('administrator')).toContain('/dead-letters');
    expect(pages('auditor')).toContain('/dead-letters');
    expect(pages('clerk')).not.toContain('/dead-letters');
    expect(pages('audit_administrator')).toContain('/audit');
    expect(pages('administrator')).not.toContain('/audit');
  });

  it.each(ROLES)('stays short for the role %s', (role) => {
    expect(navFor([role]).length).toBeLessThanOrEqual(7);
  });

  it('finds the page that one is on or behind', () => {
    const all = navFor(['administrator']).flatMap((entry) => entry.pages);

    expect(pageAt(all, '/tickets/1')?.to).toBe('/queue');
    expect(pageAt(all, '/institutions/ORG005')?.to).toBe('/institutions');
    expect(pageAt(all, '/institutions-of-old')).toBeUndefined();
  });

  it.each([
    [['enterprise_owner'], '/'],
    [['clerk'], '/queue'],
    [['reviewer'], '/jobs'],
    [['administrator'], '/overview'],
    [['dispatcher'], '/queue'],
  ] as const)('begins %p at %s', (roles, start) => {
    expect(startFor(roles)).toBe(start);
  });
});
