import type { Rectification } from '../../api/rectifications.js';
import { stepsFor } from './steps-for.js';

const called = { cause: 'bad-rating', steps: ['verify', 'appeal', 'extend'] } as unknown as Rectification;

describe('the steps of a case', () => {
  it('are the office’s for its lead, and for nobody who only looks on', () => {
    expect(stepsFor(called, ['lead'])).toEqual(['verify', 'appeal', 'extend']);
    expect(stepsFor(called, ['auditor'])).toEqual([]);
  });

  it('include an appeal only against a rating', () => {
    expect(stepsFor({ ...called, cause: 'complaint' }, ['lead'])).toEqual(['verify', 'extend']);
  });

  it('leave deciding an appeal to the hub', () => {
    const appealed = { ...called, steps: ['uphold', 'dismiss', 'extend'] };

    expect(stepsFor(appealed, ['lead'])).toEqual(['extend']);
    expect(stepsFor(appealed, ['administrator'])).toEqual(['uphold', 'dismiss']);
  });

  it('give the enterprise its new rating', () => {
    expect(stepsFor({ ...called, steps: ['re-rate'] }, ['enterprise_member'])).toEqual(['re-rate']);
  });
});
