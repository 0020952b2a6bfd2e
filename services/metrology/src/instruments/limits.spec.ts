import { calibrationItems } from '@nqi/reference-data';
import { isWithin, parseAllowance, parseRange, parseUncertainty, valueAt } from './limits.js';

describe('a maximum permissible error', () => {
  it.each([
    ['±0.03 mm(分度值0.02)', 'mm', { kind: 'absolute', value: '0.03' }],
    ['±7 μm', 'mm', { kind: 'absolute', value: '0.007' }],
    ['±5 r/min', 'r/min', { kind: 'absolute', value: '5' }],
    ['±1.5', '%', { kind: 'absolute', value: '1.5' }],
    ['±2', 'R', { kind: 'absolute', value: '2' }],
    ['±2×10⁻⁴', 'nD', { kind: 'absolute', value: '0.0002' }],
    ['1级 ±1.5 ℃', '℃', { kind: 'absolute', value: '1.5' }],
    ['±10%', 'μm', { kind: 'relative', percent: '10' }],
    ['1级 ±1%', 'kN', { kind: 'relative', percent: '1' }],
    ['4½位 ±0.05%', 'V', { kind: 'relative', percent: '0.05' }],
    ['±5%FS', '%LEL', { kind: 'full-scale', percent: '5' }],
  ])('is read from %s', (text, unit, allowance) => {
    expect(parseAllowance(text, unit)).toEqual(allowance);
  });

  it.each([
    ['±4 μm(0~25 mm)', 'mm', 'holds for a part of the range only'],
    ['±20 μm(全量程)', 'mm', 'is about the whole range, not about a point'],
    ['±(2.5+L/300) μm', 'mm', 'is a formula'],
    ['±5 μm~±16 μm', 'mm', 'depends on the size'],
    ['±1 ℃;±7%RH', '℃,%RH', 'is about two quantities'],
    ['±0.07 s/h', 's', 'is a rate'],
    ['0.5级', 'kN', 'is a class'],
    ['RSD≤3%', 'g/s', 'is a repeatability'],
    ['A级 ±(0.15+0.002∣t∣)', '℃', 'is a formula'],
  ])('is not read from %s, which %3$s', (text, unit) => {
    expect(parseAllowance(text, unit)).toBeUndefined();
  });

  it('grows with the reading when it is a share of it', () => {
    expect(valueAt({ kind: 'relative', percent: '0.5' }, '-240')).toBe('1.2');
  });

  it('is a share of the full scale, or unknown without one', () => {
    expect(valueAt({ kind: 'full-scale', percent: '5' }, '20', { min: '0', max: '100' })).toBe('5');
    expect(valueAt({ kind: 'full-scale', percent: '5' }, '20')).toBeUndefined();
  });
});

describe('a stated uncertainty', () => {
  it.each([
    ['U=0.01 mm', 'mm', { kind: 'absolute', value: '0.01' }],
    ['U=1.5 μm', 'mm', { kind: 'absolute', value: '0.0015' }],
    ['U=0.3 mg', 'g', { kind: 'absolute', value: '0.0003' }],
    ['U=1×10⁻⁴', 'nD', { kind: 'absolute', value: '0.0001' }],
    ['U=0.6', 'R', { kind: 'absolute', value: '0.6' }],
    ['Urel=4%', 'μm', { kind: 'relative', percent: '4' }],
  ])('is read from %s', (text, unit, uncertainty) => {
    expect(parseUncertainty(text, unit)).toEqual(uncertainty);
  });

  it.each([
    ['U=0.20 μm+2×10⁻⁶L', 'mm'],
    ['U=0.02%FS', 'MPa'],
    ['U=1/3 MPE', 'g'],
    ['U=0.3 ℃;U=1.6%RH', '℃,%RH'],
    ['Urel=6×10⁻⁵(DCV)', 'V,A,Ω'],
    ['U=0.10 mm+0.05 mm/m', 'm'],
  ])('is not read from %s', (text, unit) => {
    expect(parseUncertainty(text, unit)).toBeUndefined();
  });
});

describe('a measuring range', () => {
  it.each([
    ['0~300', '0', '300'],
    ['-0.1~60', '-0.1', '60'],
    ['0.05~10⁵', '0.05', '100000'],
  ])('is read from %s', (text, min, max) => {
    expect(parseRange(text)).toEqual({ min, max });
  });

  it.each(['5~50;20~90', 'M3~M100', '2000×1000', '80±2', 'DC~1 GHz', '1 mg~20 kg', '94,114', '300~0'])(
    'is not read from %s',
    (text) => {
      expect(parseRange(text)).toBeUndefined();
    },
  );

  it('includes both ends', () => {
    const range = { min: '0', max: '300' };

    expect(['0', '300', '300.0', '-0.01', '300.1'].map((value) => isWithin(range, value))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the calibration items of the reference data', () => {
  it('give limits where they are plain, and no nonsense elsewhere', () => {
    const items = calibrationItems().map((row) => ({
      allowance: parseAllowance(row.mpeOrClass, row.unit),
      uncertainty: parseUncertainty(row.cmcExpandedUncertainty, row.unit),
      range: parseRange(row.range),
    }));
    const known = (name: 'allowance' | 'uncertainty' | 'range') => items.filter((item) => item[name]).length;

    expect([known('allowance'), known('uncertainty'), known('range')]).toEqual([41, 67, 69]);
  });
});
