import { reachOf, POLICY, type Permission } from '@nqi/platform';
import { KEY_SCOPES, makeKey, permissionsOf, stateOf } from './api-key.js';

const madeAt = new Date('2026-11-24T00:00:00Z');
const given = {
  id: 'k',
  enterpriseId: 'e',
  name: 'ERP',
  scopes: ['read', 'read'] as const,
  madeBy: 'owner',
  madeAt,
  expiresAt: new Date('2027-11-24T00:00:00Z'),
};

describe('an API key', () => {
  it('is active until it expires or is revoked', () => {
    const key = makeKey(given);
    expect(stateOf(key, madeAt)).toBe('active');
    expect(stateOf(key, given.expiresAt)).toBe('expired');
    expect(stateOf({ ...key, revokedAt: madeAt }, madeAt)).toBe('revoked');
  });

  it('lasts a year at most, and not into the past', () => {
    for (const end of ['2026-11-23T00:00:00Z', '2028-01-01T00:00:00Z', 'never'])
      expect(() => makeKey({ ...given, expiresAt: new Date(end) })).toThrow(
        expect.objectContaining({ code: 'API_KEY.BAD_END', pointer: '/expiresAt' }),
      );
  });

  it('that reads does not file, and every scope stands for permissions that members of an enterprise have', () => {
    expect(permissionsOf(makeKey(given))).toEqual(['request.read', 'progress.read', 'job.read']);
    for (const permission of Object.values(KEY_SCOPES).flat()) {
      expect(Object.keys(POLICY)).toContain(permission);
      expect(reachOf(['enterprise_member'], permission as Permission)).toBe('own');
    }
  });
});
