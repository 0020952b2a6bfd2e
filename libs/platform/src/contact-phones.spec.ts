import { randomBytes } from 'node:crypto';
import { ContactPhones, shownPhone } from './contact-phones.js';
import { FieldCipher } from './field-cipher.js';

const keyOf = (id: string) => ({ id, key: randomBytes(32) });

describe('a contact’s telephone', () => {
  const old = keyOf('old');
  const phones = new ContactPhones(new FieldCipher([old]));
  const stored = phones.seal('138 0000 5678', 'r1');

  it('lies sealed and opens again for its request', () => {
    expect(stored).not.toContain('13800005678');
    expect(phones.open(stored, 'r1')).toBe('13800005678');
  });

  it('shows what everybody may see without any key, also where it is not sealed yet', () => {
    expect(shownPhone(stored)).toBe('138****5678');
    expect(shownPhone('13800005678')).toBe('138****5678');
    expect(shownPhone(phones.seal('0632-5510000', 'r1'))).toMatch(/^0632-.*\*/);
  });

  it('cannot be moved to another request, nor be shown as another one', () => {
    expect(() => phones.open(stored, 'r2')).toThrow();
    expect(() => phones.open(stored.replace('138****5678', '139****5678'), 'r1')).toThrow();
  });

  it('opens as it is when it comes from before sealing', () => {
    expect(phones.open('13800005678', 'r1')).toBe('13800005678');
  });

  it('is sealed anew under the key of now, after which the old key may go', () => {
    const young = keyOf('young');
    const anew = new ContactPhones(new FieldCipher([young, old])).reseal(stored, 'r1');

    expect(anew).toMatch(/^enc:young:/);
    expect(new ContactPhones(new FieldCipher([young])).open(anew, 'r1')).toBe('13800005678');
  });
});
