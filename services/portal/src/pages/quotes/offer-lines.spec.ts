import { linesOf, totalOf } from './offer-lines.js';

describe('lines of an offer', () => {
  const line = { key: 1, what: ' 校准 ', quantity: 3, amountYuan: 19.99 };

  it('go out in whole fen', () => {
    expect(linesOf([line, { ...line, key: 2, amountYuan: 1.15 }])).toEqual([
      { what: '校准', quantity: 3, amountFen: 1_999 },
      { what: '校准', quantity: 3, amountFen: 115 },
    ]);
    expect(totalOf([line, { ...line, amountYuan: 0.1 }, { ...line, amountYuan: undefined }])).toBe(2_009);
  });

  it('do not go out while one is not complete', () => {
    for (const gap of [{ what: ' ' }, { quantity: undefined }, { amountYuan: undefined }, { amountYuan: 0 }]) {
      expect(linesOf([line, { ...line, ...gap }])).toBeUndefined();
    }
    expect(linesOf([])).toBeUndefined();
  });
});
