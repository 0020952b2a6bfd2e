import { isEmail, isPhone, normalizePhone, phoneKind } from './phone.js';

describe('phoneKind', () => {
  it.each([
    ['13812345678', 'mobile'],
    ['+86 138 1234 5678', 'mobile'],
    ['０６３２－１２３４５６７', 'landline'],
    ['0632-0000001', 'landline'],
    ['06320000001', 'landline'],
    ['(010)12345678', 'landline'],
    ['0632-3168888-8012', 'landline'],
    ['400-800-1234', 'service'],
    ['4008001234', 'service'],
  ])('takes %s for a %s number', (text, kind) => {
    expect(phoneKind(text)).toBe(kind);
  });

  it.each(['', '12812345678', '1381234567', '138123456789', '0632-123456', '110', '400-12-34567', '0632-00000011-'])(
    'refuses %p',
    (text) => {
      expect(isPhone(text)).toBe(false);
    },
  );
});

describe('normalizePhone', () => {
  it('drops blanks, brackets and the country code, and keeps the hyphen', () => {
    expect(normalizePhone('+86-0632–1234567')).toBe('0632-1234567');
    expect(normalizePhone('0086 13812345678')).toBe('13812345678');
  });
});

describe('isEmail', () => {
  it('draws the line at 254 characters', () => {
    const address = (length: number): string => `a@${'b'.repeat(60)}.${'c.'.repeat((length - 66) / 2)}com`;

    expect([address(254).length, isEmail(address(254))]).toEqual([254, true]);
    expect([address(256).length, isEmail(address(256))]).toEqual([256, false]);
  });

  it.each(['li@example.com', 'a.b+c@mail.zaozhuang.gov.cn'])('accepts %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  it.each([
    '',
    'li',
    'li@',
    'li@localhost',
    'l i@example.com',
    'li@-x.com',
    `${'a'.repeat(60)}@${'b.'.repeat(100)}com`,
  ])('refuses %p', (email) => {
    expect(isEmail(email)).toBe(false);
  });
});
