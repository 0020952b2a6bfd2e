import { targetOf } from './notification-target.js';

describe('targetOf', () => {
  it.each([
    ['request', '/requests/1'],
    ['ticket', '/tickets/1'],
    ['weather', undefined],
  ])('leads a notification about a %s to %p', (subjectType, target) => {
    expect(targetOf({ subjectType, subjectId: '1' })).toBe(target);
  });
});
