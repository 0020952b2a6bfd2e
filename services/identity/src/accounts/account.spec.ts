import { assertFreeToTake, usernameKey } from './account.js';

describe('user names', () => {
  it.each(['clerk-WS-370481', 'Administrator', 'admin', 'technician-ORG005', 'root', 'auditor.1'])(
    'keeps %s for the staff of the service system',
    (username) =>
      expect(() => assertFreeToTake(username)).toThrow(
        expect.objectContaining({ code: 'ACCOUNT.USERNAME_RESERVED', pointer: '/username' }),
      ),
  );

  it.each(['zhangsan', 'leader', 'rooted', 'ent-370481'])('lets anybody take %s', (username) =>
    expect(() => assertFreeToTake(username)).not.toThrow(),
  );

  it('are the same in any case', () => {
    expect(usernameKey(' ZhangSan')).toBe(usernameKey('zhangsan'));
  });
});
