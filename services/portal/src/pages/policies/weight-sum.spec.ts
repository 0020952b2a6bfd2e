import { sumOf, sumsToOne } from './weight-sum.js';

describe('the sum of weights', () => {
  it('is one for tenths that only look as if they were not', () => {
    const tenths = Object.fromEntries(Array.from({ length: 10 }, (_, part) => [String(part), 0.1]));

    expect(sumOf(tenths)).toBe(1);
    expect(sumsToOne(sumOf(tenths))).toBe(true);
  });

  it('is not one when a hundredth is missing', () => {
    expect(sumsToOne(sumOf({ level: 0.5, load: 0.49 }))).toBe(false);
  });
});
