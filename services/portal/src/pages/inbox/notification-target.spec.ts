import { targetOf } from './notification-target.js';

describe('targetOf', () => {
  it.each([
    ['request', undefined, '/requests/1'],
    ['ticket', 'metrology', '/tickets/1'],
    ['job', 'metrology', '/jobs/metrology/1'],
    ['job', undefined, undefined],
    ['voucher', undefined, '/vouchers'],
    ['weather', undefined, undefined],
  ])('leads a notification about a %s (%p) to %p', (subjectType, domain, target) => {
    expect(targetOf({ subjectType, subjectId: '1', domain })).toBe(target);
  });
});
