import { IdempotencyKeys } from './idempotency-keys.js';

const numbered = (): IdempotencyKeys => {
  let count = 0;
  return new IdempotencyKeys(() => `key-${++count}`);
};

describe('IdempotencyKeys', () => {
  it('keeps the key while the content stays', () => {
    const keys = numbered();

    expect(keys.keyFor({ a: 1 })).toBe('key-1');
    expect(keys.keyFor({ a: 1 })).toBe('key-1');
  });

  it('takes another key for other content', () => {
    const keys = numbered();
    keys.keyFor({ a: 1 });

    expect(keys.keyFor({ a: 2 })).toBe('key-2');
  });

  it('takes another key after success', () => {
    const keys = numbered();
    keys.keyFor({ a: 1 });
    keys.forget();

    expect(keys.keyFor({ a: 1 })).toBe('key-2');
  });
});
