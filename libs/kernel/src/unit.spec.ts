import fc from 'fast-check';
import { convertDifference, convertUnit, isSameQuantity, isUnit } from './unit.js';

describe('units', () => {
  it.each([
    [0.6, 'kN', 'N', 600],
    [300, 'mm', 'm', 0.3],
    [25, '℃', 'K', 298.15],
    [212, '°F', '℃', 100],
    [1, 'MPa', 'bar', 10],
    [2, 'm³/h', 'L/min', 2000 / 60],
    [1, 'kWh', 'MJ', 3.6],
  ])('%d %s in %s is %d', (value, from, to, expected) => {
    expect(convertUnit(value, from, to)).toBeCloseTo(expected, 9);
  });

  it('a difference of temperatures has no zero point', () => {
    expect(convertDifference(1, '℃', 'K')).toBe(1);
    expect(convertDifference(9, '°F', 'K')).toBeCloseTo(5, 12);
  });

  it('compares only what measures the same, and tells m from M', () => {
    expect(isSameQuantity('mN', 'MN')).toBe(true);
    expect(convertUnit(1, 'MN', 'mN')).toBeCloseTo(1e9);
    expect(convertUnit(1, 'kN', 'kPa')).toBeUndefined();
    expect(convertUnit(1, '%', '%FS')).toBeUndefined();
    expect(convertUnit(1, 'kN', '坪')).toBeUndefined();
  });

  it('knows the spellings of one unit', () => {
    expect(['µm', 'μm', '㎛', 'Ω', 'Ω', 'N•m', 'm³', '％'].every(isUnit)).toBe(true);
    expect(['', 'Mm!', 'constructor'].some(isUnit)).toBe(false);
  });

  it('there and back is where it began', () => {
    const units = fc.constantFrom('mm', 'm', 'μm', 'km');
    fc.assert(
      fc.property(fc.integer(), units, units, (value, from, to) => {
        const back = convertUnit(convertUnit(value, from, to) ?? NaN, to, from) ?? NaN;
        return Math.abs(back - value) <= Math.abs(value) * 1e-12;
      }),
    );
  });
});
