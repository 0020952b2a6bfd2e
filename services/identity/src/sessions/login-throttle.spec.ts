import { afterFailure, assertNotLocked, type ThrottleState } from './login-throttle.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24) + seconds * 1_000);
const failures = (count: number, from?: ThrottleState) => {
  let state = from;
  for (let i = 0; i < count; i += 1) state = afterFailure(state, at(0));
  return state;
};
const lockSeconds = (state?: ThrottleState) =>
  ((state?.lockedUntil?.getTime() ?? at(0).getTime()) - at(0).getTime()) / 1_000;

describe('login throttle', () => {
  it('lets four failures pass and locks the name at the fifth', () => {
    expect(failures(4)?.lockedUntil).toBeUndefined();
    expect(lockSeconds(failures(5))).toBe(30);
  });

  it('locks twice as long with each further failure, at most a quarter of an hour', () => {
    expect([6, 7, 8, 9, 10, 11, 40].map((count) => lockSeconds(failures(count)))).toEqual([
      60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  it('forgets failures after a day', () => {
    expect(afterFailure(failures(4), at(24 * 3_600 + 1))).toEqual({ failures: 1, lastFailedAt: at(24 * 3_600 + 1) });
  });

  it('tells how long a lock still lasts, and nothing once it is over', () => {
    const locked = failures(5);

    expect(() => assertNotLocked(locked, at(10))).toThrow(
      expect.objectContaining({ code: 'AUTH.LOCKED', kind: 'forbidden', details: { retryAfterSeconds: 20 } }),
    );
    expect(() => assertNotLocked(locked, at(30))).not.toThrow();
    expect(() => assertNotLocked(undefined, at(0))).not.toThrow();
  });
});
