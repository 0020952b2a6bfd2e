import fc from 'fast-check';

import { addFen, fenToYuan, formatFen, isFen, multiplyFen, yuanToFen } from './money.js';

describe('yuanToFen', () => {
  it.each([
    ['0', 0],
    ['12.5', 1250],
    ['0.07', 7],
    ['1,234.50', 123450],
    ['-3.01', -301],
    ['-0.00', 0],
    [' １２.３４ ', 1234],
  ])('reads %s as %i', (yuan, fen) => {
    expect(yuanToFen(yuan)).toBe(fen);
  });

  it.each(['', '1.234', '1e3', '.5', '12.', 'NaN', '99999999999999', '一百'])(
    'refuses %p and points at the field',
    (yuan) => {
      expect(() => yuanToFen(yuan, '/price')).toThrow(
        expect.objectContaining({ code: 'MONEY.INVALID_AMOUNT', kind: 'invalid', pointer: '/price' }),
      );
    },
  );

  it('round-trips every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (fen) => {
        expect(yuanToFen(fenToYuan(fen))).toBe(fen);
        expect(yuanToFen(formatFen(fen).replace('¥', ''))).toBe(fen);
      }),
    );
  });
});

describe('formatFen', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123450, '¥1,234.50'],
    [-100000000, '-¥1,000,000.00'],
  ])('shows %i as %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });
});

describe('arithmetic', () => {
  it('adds and multiplies whole fen', () => {
    expect(addFen()).toBe(0);
    expect(addFen(10, 20, -5)).toBe(25);
    expect(multiplyFen(1250, 3)).toBe(3750);
  });

  it('refuses fractions and sums that are no longer exact', () => {
    expect(isFen(1.5)).toBe(false);
    expect(() => addFen(0.1, 0.2)).toThrow(RangeError);
    expect(() => multiplyFen(100, 0.5)).toThrow(RangeError);
    expect(() => addFen(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
  });
});
