import { CommonPasswords } from './common-passwords.file-store.js';

describe('passwords known from leaks', () => {
  const known = CommonPasswords.load();

  it.each(['trustno1', 'abc123456', 'PASSWORD1', '1q2w3e4r', 'football1', 'woaini1314', 'zxcvbnm123'])(
    'have %s among them, in any case',
    (password) => expect(known.has(password)).toBe(true),
  );

  it.each(['Jiliang-2026', 'k7m2x9q4', '质量强市2026abc', 'correct horse battery', 'Zaozhuang-NQI-7'])(
    'do not have %s among them',
    (password) => expect(known.has(password)).toBe(false),
  );

  it('take few strangers for one of them', () => {
    const taken = Array.from({ length: 20_000 }, (_, i) => `zz-${i * 7_919}-Stranger`).filter((text) =>
      known.has(text),
    );

    expect(taken).toEqual([]);
  });
});
