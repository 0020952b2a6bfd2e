import { domainOfDeliverable } from './deliverable-number.js';

describe('domainOfDeliverable', () => {
  it.each([
    ['ZZ-JL-20261124-000123', 'metrology'],
    ['ZZ-BZ-20261124-000123', 'standards'],
    ['ZZ-JC-20261124-000123', 'testing'],
    ['ZZ-RZ-20261124-000123', 'certification'],
    [' zz-jl-20261124-000123 ', 'metrology'],
    ['ＺＺ－ＪＬ－20261124-000123', 'metrology'],
  ])('reads the letters of %s', (number, domain) => {
    expect(domainOfDeliverable(number)).toBe(domain);
  });

  it.each(['', 'ZZ', 'ZZ-ZX-20261124-000123', 'JL', 'ZZ-XX-1', '-'])('knows no domain for %j', (number) => {
    expect(domainOfDeliverable(number)).toBeUndefined();
  });

  it('does not take the area for the domain', () => {
    expect(domainOfDeliverable('JL-BZ-20261124-000123')).toBe('standards');
  });
});
