import { niceTop } from './nice-top.js';

describe('niceTop', () => {
  it.each([
    [0, 2],
    [3, 4],
    [5, 6],
    [7, 10],
    [13, 20],
    [61, 100],
  ])('of %p is %p', (largest, top) => {
    expect(niceTop(largest)).toBe(top);
  });
});
