import { FixedClock, SystemClock } from './clock.js';

describe('FixedClock', () => {
  it('stands still, is set and advances', () => {
    const clock = new FixedClock('2026-11-24T01:00:00Z');
    expect(clock.now()).toEqual(new Date('2026-11-24T01:00:00Z'));

    clock.advance(90_000);
    expect(clock.now().toISOString()).toBe('2026-11-24T01:01:30.000Z');

    clock.set(new Date('2027-01-01T00:00:00Z'));
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('cannot be moved through an instant it handed out', () => {
    const clock = new FixedClock('2026-11-24T01:00:00Z');

    clock.now().setFullYear(1999);

    expect(clock.now().getUTCFullYear()).toBe(2026);
  });

  it('refuses what is no instant', () => {
    expect(() => new FixedClock('noon')).toThrow(RangeError);
  });
});

describe('SystemClock', () => {
  it('reads the present', () => {
    const before = Date.now();
    const now = new SystemClock().now().getTime();

    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
