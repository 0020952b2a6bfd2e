import fc from 'fast-check';

import {
  compareDecimals,
  Decimal,
  decimalPlaces,
  isDecimal,
  parseDecimal,
  placesOfSignificant,
  roundToPlaces,
  roundToSignificant,
} from './decimal.js';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 20 }))
  .map(([digits, places]) => new Decimal(`${digits}e-${places}`).toFixed());

describe('parseDecimal', () => {
  it.each([
    ['0.1', '0.1'],
    [' −0.05 ', '-0.05'],
    ['１２．５', '12.5'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e-3', '0.001'],
  ])('reads %p as %s', (text, value) => {
    expect(parseDecimal(text).toFixed()).toBe(value);
  });

  it.each([
    '',
    '-',
    '1,000',
    '1 000',
    'NaN',
    'Infinity',
    '0x10',
    '1e',
    '--1',
    '1.2.3',
    '≤5',
    '1e400',
    '1e999',
    '9'.repeat(65),
  ])('refuses %p and points at the field', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => parseDecimal(text, '/results/0/value')).toThrow(
      expect.objectContaining({ code: 'DECIMAL.INVALID', kind: 'invalid', pointer: '/results/0/value' }),
    );
  });

  it('quotes at most the beginning of what it refuses', () => {
    const long = `x${'9'.repeat(100)}`;

    expect(() => parseDecimal(long)).toThrow(
      expect.objectContaining({
        text: { zh: `不是有效数值：${long.slice(0, 64)}`, en: `Not a number: ${long.slice(0, 64)}` },
      }),
    );
    expect(() => parseDecimal(long)).toThrow(expect.objectContaining({ details: { value: long.slice(0, 64) } }));
  });

  it.each(['1', '9'.repeat(64), '1e99', '1e-99'])('still accepts %s', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  it.each(['1e100', '1e-100'])('does not accept %s', (text) => {
    expect(isDecimal(text)).toBe(false);
  });

  it('computes where binary floating point would not', () => {
    expect(parseDecimal('0.1').plus(parseDecimal('0.2')).equals(parseDecimal('0.3'))).toBe(true);
  });
});

describe('compareDecimals', () => {
  it.each([
    ['0.30', '0.3', 0],
    ['-0', '0', 0],
    ['0.1', '0.10000000000000000001', -1],
    ['10', '9.999', 1],
  ])('%s against %s is %i', (left, right, expected) => {
    expect(compareDecimals(left, right)).toBe(expected);
  });
});

describe('rounding', () => {
  it.each([
    ['2.5', 0, '2'],
    ['3.5', 0, '4'],
    ['1.005', 2, '1.00'],
    ['1.015', 2, '1.02'],
    ['1.0150000000000000001', 2, '1.02'],
    ['-2.5', 0, '-2'],
    ['-0.004', 2, '0.00'],
    ['-0.4', 0, '0'],
    ['7', 3, '7.000'],
    ['1250', -2, '1200'],
    ['1350', -2, '1400'],
    ['1250.01', -2, '1300'],
  ])('%s to %i places is %s', (value, places, expected) => {
    expect(roundToPlaces(value, places)).toBe(expected);
  });

  it.each([
    ['0.0996', 2, '0.10'],
    ['0.012345', 2, '0.012'],
    ['1234', 2, '1200'],
    ['99.96', 3, '100'],
    ['9.996', 3, '10.0'],
    ['2.25', 2, '2.2'],
    ['0', 2, '0.0'],
    ['0.000', 2, '0.0'],
    ['25', 1, '20'],
  ])('%s to %i significant digits is %s', (value, digits, expected) => {
    expect(roundToSignificant(value, digits)).toBe(expected);
  });

  it('tells the places to which a value follows its uncertainty', () => {
    expect(placesOfSignificant('0.0123', 2)).toBe(3);
    expect(placesOfSignificant('0.0996', 2)).toBe(2);
    expect(placesOfSignificant('1234', 2)).toBe(-2);
    expect(() => placesOfSignificant('1', 0)).toThrow(RangeError);
  });

  it('moves by at most half a unit, to an even digit on a tie', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 12 }), (value, places) => {
        const rounded = roundToPlaces(value, places);
        const unit = new Decimal(10).pow(-places);
        const moved = new Decimal(rounded).minus(value).abs().times(2);

        expect(moved.lessThanOrEqualTo(unit)).toBe(true);
        if (moved.equals(unit)) expect(new Decimal(rounded).div(unit).mod(2).isZero()).toBe(true);
        expect(roundToPlaces(rounded, places)).toBe(rounded);
        expect(decimalPlaces(rounded)).toBe(places);
      }),
    );
  });
});

describe('decimalPlaces', () => {
  it.each([
    ['1.20', 2],
    ['5', 0],
    ['1e-3', 3],
    ['1.50e1', 1],
    ['1.5E2', 0],
    [' １.５０Ｅ－１ ', 3],
  ])('of %s is %i', (text, places) => {
    expect(decimalPlaces(text)).toBe(places);
  });
});
