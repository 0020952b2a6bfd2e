import fc from 'fast-check';

import { maskAddress, maskEmail, maskName, maskPhone, maskResidentId } from './masking.js';

describe('masking', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['+86 13812345678', '138****5678'],
    ['0632-0000001', '0632-*****01'],
    ['06321234567', '0632*****67'],
    ['010-12345678', '010-******78'],
    ['0632-3168888-8012', '0632-*****88'],
    ['400-800-1234', '400-800-1234'],
    ['0111-1234567', '***'],
    ['call me', '***'],
    ['', '***'],
  ])('shows the phone %p as %p', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['张三', '张*'],
    ['欧阳娜娜', '欧***'],
    ['李', '李*'],
    [' ', ''],
    ['𠮷田', '𠮷*'],
  ])('shows the name %p as %p', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['zhang.san@example.com', 'z***@example.com'],
    ['a@b.cn', 'a***@b.cn'],
    ['no-at-sign', '***'],
    ['@b.cn', '***'],
  ])('shows the e-mail %p as %p', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it('keeps three and four characters of an identity number', () => {
    expect(maskResidentId(' 370481900101123 ')).toBe('370********1123');
    expect(maskResidentId('370481199001011234')).toBe('370***********1234');
    expect(maskResidentId('1234')).toBe('***');
  });

  it.each([
    ['山东省枣庄市滕州市北辛街道演示路21号', '山东省枣庄市滕州市***'],
    ['枣庄市市中区文化路街道演示路155号', '枣庄市市中区***'],
    ['薛城区珠江路1号', '薛城区***'],
    ['北辛街道演示路21号', '***'],
    ['阳光小区3号楼', '***'],
    [' 薛城区珠江路1号', '薛城区***'],
    ['', '***'],
  ])('shows the address %p as %p', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('never lets the middle of a mobile number through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (middle, end) => {
        const [hidden, shown] = [middle, end].map((n) => String(n).padStart(4, '0'));
        expect(maskPhone(`138${hidden}${shown}`)).toBe(`138****${shown}`);
      }),
    );
  });
});
