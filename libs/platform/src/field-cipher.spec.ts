import { randomBytes } from 'node:crypto';
import { FieldCipher } from './field-cipher.js';

const PHONE = '13800138000';
const PLACE = 'organization.contact_phone/91370481MA3ABCD159';

describe('FieldCipher', () => {
  const old = { id: 'k1', key: randomBytes(32) };
  const young = { id: 'k2', key: randomBytes(32) };
  const cipher = new FieldCipher([old]);

  it('opens what it sealed, and seals the same text differently each time', () => {
    const [a, b] = [cipher.seal(PHONE, PLACE), cipher.seal(PHONE, PLACE)];

    expect(a).toMatch(/^enc:k1:/);
    expect(a).not.toBe(b);
    expect([cipher.open(a, PLACE), cipher.open(b, PLACE)]).toEqual([PHONE, PHONE]);
  });

  it('refuses a value that was moved to another row or changed', () => {
    const sealed = cipher.seal(PHONE, PLACE);

    expect(() => cipher.open(sealed, PLACE.replace('159', '160'))).toThrow();
    expect(() => cipher.open(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, PLACE)).toThrow();
  });

  it('seals with the first of several keys and opens with any', () => {
    const rotated = new FieldCipher([young, old]);
    const before = cipher.seal(PHONE, PLACE);
    const after = rotated.seal(PHONE, PLACE);

    expect(rotated.open(before, PLACE)).toBe(PHONE);
    expect([rotated.isCurrent(before), rotated.isCurrent(after), rotated.isCurrent(PHONE)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(() => cipher.open(after, PLACE)).toThrow('k2');
  });

  it('leaves texts from before as they are', () => {
    expect(cipher.open(PHONE, PLACE)).toBe(PHONE);
  });

  it('takes no key that is too short and no id that cannot stand in a value', () => {
    expect(() => new FieldCipher([{ id: 'k', key: randomBytes(16) }])).toThrow('16 bytes');
    expect(() => new FieldCipher([{ id: 'a:b', key: randomBytes(32) }])).toThrow('a:b');
    expect(() => new FieldCipher([])).toThrow('no field key');
  });
});
