import { isTransient, isUniqueViolation } from './transient.js';

const failure = (fields: object, message = 'failed') => Object.assign(new Error(message), fields);

describe('isTransient', () => {
  it.each(['08006', '40P01', '40001', '53300', '57P01', '57014', '55P03', 'ECONNREFUSED', 'ECONNRESET'])(
    'waits out %s',
    (code) => expect(isTransient(failure({ code }))).toBe(true),
  );

  it.each(['23505', '23503', '22P02', '42703', 'ENOENT'])('does not wait out %s', (code) =>
    expect(isTransient(failure({ code }))).toBe(false),
  );

  it('knows the pool’s own messages, which carry no code', () => {
    expect(isTransient(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true);
  });

  it('looks at the cause of a wrapped error', () => {
    expect(isTransient(new Error('wrapped', { cause: failure({ code: '40P01' }) }))).toBe(true);
  });

  it('takes a bug for a bug', () => {
    expect(isTransient(new TypeError('x is not a function'))).toBe(false);
    expect(isTransient('40P01')).toBe(false);
  });
});

describe('isUniqueViolation', () => {
  it('tells one constraint from another', () => {
    const error = failure({ code: '23505', constraint: 'request_idempotency' });

    expect(isUniqueViolation(error, 'request_idempotency')).toBe(true);
    expect(isUniqueViolation(error, 'request_no')).toBe(false);
    expect(isUniqueViolation(error)).toBe(true);
  });
});
