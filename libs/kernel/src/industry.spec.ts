import { isIndustryCode, isManufacturing } from './industry.js';

describe('industry codes', () => {
  it.each(['C', 'C38', 'C384', 'C3841', 'T96'])('accept %s', (code) => {
    expect(isIndustryCode(code)).toBe(true);
  });

  it.each(['', 'U', 'C3', 'C38411', 'c38', '3841'])('refuse %p', (code) => {
    expect(isIndustryCode(code)).toBe(false);
  });

  it.each([
    ['C', true],
    ['C1399', true],
    ['C4399', true],
    ['C4410', false],
    ['A0159', false],
    ['B20', false],
    ['C134567', false],
    ['nonsense', false],
  ])('place %s in manufacturing: %p', (code, expected) => {
    expect(isManufacturing(code)).toBe(expected);
  });
});
