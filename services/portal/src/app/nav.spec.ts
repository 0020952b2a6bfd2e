import { navFor, startFor } from './nav.js';

const targets = (...roles: Parameters<typeof startFor>[0]): string[] => navFor(roles).map(({ to }) => to);

describe('navigation', () => {
  it('gives a visitor the catalogue and the verification only', () => {
    expect(navFor(undefined).map(({ to }) => to)).toEqual(['/services', '/verify']);
  });

  it('gives an enterprise its requests and no office tools', () => {
    expect(targets('enterprise_owner')).toEqual(['/services', '/requests', '/verify']);
  });

  it('gives a technician the jobs', () => {
    expect(targets('technician')).toEqual(['/jobs', '/services', '/verify']);
  });

  it('shows dead letters to administrators and auditors', () => {
    expect(targets('administrator')).toContain('/dead-letters');
    expect(targets('auditor')).toContain('/dead-letters');
    expect(targets('clerk')).not.toContain('/dead-letters');
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
