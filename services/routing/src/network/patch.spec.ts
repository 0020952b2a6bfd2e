import type { DomainError } from '@nqi/kernel';
import { patched } from './patch.js';

interface Facts {
  readonly name: string;
  readonly capacity?: number;
  readonly note?: string;
}
const facts: Facts = { name: '站', capacity: 40 };

describe('a change of some facts', () => {
  it('leaves what it does not say, takes away what it says is null, and sets the rest', () => {
    expect(patched(facts, { capacity: null, note: '新' }, ['capacity'])).toEqual({ name: '站', note: '新' });
    expect(patched(facts, { name: undefined, capacity: undefined }, ['capacity'])).toEqual(facts);
    expect(patched(facts, { note: null }, ['note'])).toEqual(facts);
  });

  it('refuses null where something has to be, and names the field', () => {
    let error: DomainError | undefined;
    try {
      patched(facts, { name: null }, ['capacity']);
    } catch (thrown) {
      error = thrown as DomainError;
    }
    expect([error?.code, error?.kind, error?.pointer]).toEqual(['NETWORK.NOT_CLEARABLE', 'invalid', '/name']);
  });
});
