import { periodOf } from './period.js';

/** Already the 25th in Shanghai. */
const NOW = new Date('2026-11-24T17:00:00Z');

describe('periodOf', () => {
  it('is the last thirty days up to today in Shanghai unless somebody says otherwise', () => {
    expect(periodOf({}, NOW)).toEqual({ from: '2026-10-27', to: '2026-11-25' });
  });

  it('takes what is said and completes the rest', () => {
    expect(periodOf({ from: '2026-11-01' }, NOW)).toEqual({ from: '2026-11-01', to: '2026-11-25' });
    expect(periodOf({ to: '2026-03-01' }, NOW)).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(periodOf({ from: '2026-12-24' }, NOW)).toEqual({ from: '2026-12-24', to: '2026-12-24' });
  });

  it('allows a leap year and no more', () => {
    expect(periodOf({ from: '2028-01-01', to: '2028-12-31' }, NOW)).toBeDefined();
    expect(() => periodOf({ from: '2028-01-01', to: '2029-01-01' }, NOW)).toThrow('366');
  });

  it.each([
    [{ from: '2026-02-30' }, '/from'],
    [{ to: '2026-13-01' }, '/to'],
    [{ from: '2026-11-02', to: '2026-11-01' }, '/from'],
  ])('refuses %j and says which field is wrong', (asked, pointer) => {
    expect(() => periodOf(asked, NOW)).toThrow(expect.objectContaining({ kind: 'invalid', pointer }));
  });
});
