import { needsSecondFactor } from './second-factor-policy.js';

describe('a second factor', () => {
  const clerk = { roles: ['clerk'], demonstration: false };

  it('is asked of staff, whatever the mode', () => {
    expect(needsSecondFactor(clerk, 'production')).toBe(true);
    expect(needsSecondFactor(clerk, 'demonstration')).toBe(true);
  });

  it('is not asked of demonstration accounts, in a demonstration only', () => {
    expect(needsSecondFactor({ ...clerk, demonstration: true }, 'demonstration')).toBe(false);
    expect(needsSecondFactor({ ...clerk, demonstration: true }, 'production')).toBe(true);
  });

  it('is not asked of enterprises', () => {
    expect(needsSecondFactor({ roles: ['enterprise_owner'], demonstration: false }, 'production')).toBe(false);
    expect(needsSecondFactor({ roles: ['enterprise_member', 'clerk'], demonstration: false }, 'production')).toBe(true);
  });
});
