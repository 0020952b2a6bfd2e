import { bodyHash } from './idempotency.js';

describe('the hash of a body', () => {
  it('is the same whatever the order of fields and whether a field is undefined or missing', () => {
    expect(bodyHash({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(bodyHash({ b: { c: [1, 2] }, a: 1 }));
  });

  it.each([
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: '1' }, { a: 1 }],
    [{ a: null }, { a: '' }],
    [{ at: new Date('2026-11-24T00:00:00Z') }, { at: new Date('2026-11-25T00:00:00Z') }],
  ])('tells %j from %j', (one, other) => {
    expect(bodyHash(one)).not.toBe(bodyHash(other));
  });
});
