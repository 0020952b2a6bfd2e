import { assertStrongPassword } from './password-policy.js';

const weak = expect.objectContaining({ code: 'PASSWORD.TOO_WEAK', kind: 'invalid', pointer: '/password' });

describe('a password', () => {
  it.each([
    ['seven characters', 'abc12d7'],
    ['letters alone', 'abcxyzuvw'],
    ['digits alone', '7391846205'],
    ['one character over and over', 'aaaa1111'],
    ['what everybody tries first', 'Password123!'],
    ['neighbours on the keyboard', 'qwerty123'],
    ['the alphabet and digits in a row', 'abcd1234'],
    ['the user name inside', 'x-zhangsan-1990'],
    ['sixteen times the same', 'aaaaaaaaaaaaaaaa'],
  ])('is refused for %s', (_, password) => {
    expect(() => assertStrongPassword(password, 'zhangsan')).toThrow(weak);
  });

  it.each([
    'Jiliang-2026',
    'k7m2x9q4',
    '质量强市2026abc',
    'correct horse battery',
    '枣庄市质量基础设施一站式服务平台真好',
  ])('may be %s', (password) => expect(() => assertStrongPassword(password, 'zhangsan')).not.toThrow());

  it('is never part of the answer', () => {
    try {
      assertStrongPassword('abcd1234', 'zhangsan');
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('abcd1234');
      return;
    }
    throw new Error('the password was taken');
  });
});
