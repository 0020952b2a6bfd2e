import { wallClock } from './wall-clock.js';

it('shows an instant as a clock in Zaozhuang does', () => {
  expect(wallClock(new Date('2026-11-24T09:05:59Z'))).toBe('2026-11-24 17:05');
  expect(wallClock(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01 00:00');
});
