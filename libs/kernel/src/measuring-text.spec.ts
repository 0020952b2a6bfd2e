import fc from 'fast-check';
import { readAccuracy, readRange, type Accuracy, type MeasuringRange } from './measuring-text.js';
import { isUnit } from './unit.js';

describe('a measuring range as people write it', () => {
  it.each<[string, string | undefined, MeasuringRange]>([
    ['0~300 mm', undefined, { low: 0, high: 300, unit: 'mm' }],
    ['(0-600)kN', undefined, { low: 0, high: 600, unit: 'kN' }],
    ['（0～600）kN', undefined, { low: 0, high: 600, unit: 'kN' }],
    ['-0.1~60', 'MPa', { low: -0.1, high: 60, unit: 'MPa' }],
    ['-0.1-60MPa', undefined, { low: -0.1, high: 60, unit: 'MPa' }],
    ['-30℃至300℃', undefined, { low: -30, high: 300, unit: '°C' }],
    ['1 mg~20 kg', undefined, { low: 1e-6, high: 20, unit: 'kg' }],
    ['10 Hz~3 GHz', undefined, { low: 1e-8, high: 3, unit: 'GHz' }],
    ['0.01~10⁵', 'MΩ', { low: 0.01, high: 1e5, unit: 'MΩ' }],
    ['1×10³ ~ 2×10⁴ Pa', undefined, { low: 1000, high: 20000, unit: 'Pa' }],
    ['０～１５０ｍｍ', undefined, { low: 0, high: 150, unit: 'mm' }],
  ])('%s (usual unit %s)', (text, unit, range) => {
    const read = readRange(text, unit);

    expect(read).toEqual({ ...range, low: expect.closeTo(range.low, 12) });
  });

  it.each([
    ['', 'mm'],
    ['500 kN', 'kN'],
    ['0~300', undefined],
    ['0~300 坪', undefined],
    ['300~0 mm', undefined],
    ['0 V~20 A', undefined],
    ['0~600 V;0~20 A', 'V'],
    ['5~50;20~90', 'V'],
    ['M3~M100', 'mm'],
    ['2000×1000', 'mm'],
    ['3×(57.7~380) V', 'V'],
    ['80±2', 'mm'],
    ['DC~1 GHz', 'V'],
    ['(0~10 mm) kN', undefined],
  ])('%s is not one range', (text, unit) => {
    expect(readRange(text, unit)).toBeUndefined();
  });

  it('reads every range back in every usual spelling', () => {
    const ends = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }));
    const spelling = fc.constantFrom<(low: number, high: number, unit: string) => string>(
      (low, high, unit) => `${low}~${high} ${unit}`,
      (low, high, unit) => `(${low}-${high})${unit}`,
      (low, high, unit) => `${low}${unit}～${high}${unit}`,
      (low, high, unit) => `${low} 至 ${high}${unit}`,
    );
    fc.assert(
      fc.property(ends, spelling, fc.constantFrom('mm', 'kN', 'MPa', '%RH', 'N·m'), ([from, width], spell, unit) => {
        const [low, high] = [from / 100, (from + width) / 100];
        expect(readRange(spell(low, high, unit))).toEqual({ low, high, unit });
      }),
    );
  });
});

describe('an accuracy as people write it', () => {
  it.each<[string, string | undefined, Accuracy]>([
    ['0.02 mm', undefined, { limit: { value: 0.02, unit: 'mm' } }],
    ['±0.5%FS', undefined, { limit: { value: 0.5, unit: '%FS' } }],
    ['±0.03 mm(分度值0.02)', undefined, { limit: { value: 0.03, unit: 'mm' } }],
    ['MPE：±0.1 ℃', undefined, { limit: { value: 0.1, unit: '°C' } }],
    ['优于0.5%', undefined, { limit: { value: 0.5, unit: '%' } }],
    ['U=0.01 mm, k=2', undefined, { limit: { value: 0.01, unit: 'mm' } }],
    ['Urel=2×10⁻⁴', undefined, { limit: { value: 0.02, unit: '%' } }],
    ['U=0.02', 'pH', { limit: { value: 0.02, unit: 'pH' } }],
    ['Ⅲ级', undefined, { grade: 'III' }],
    ['III级', undefined, { grade: 'III' }],
    ['0.4级', 'MPa', { grade: '0.4' }],
    ['1级 ±1%', undefined, { grade: '1', limit: { value: 1, unit: '%' } }],
    ['①级 e=1 mg', undefined, { grade: '1' }],
    ['一级 ±4%', undefined, { grade: '一', limit: { value: 4, unit: '%' } }],
    ['±4 μm(0~25 mm)', undefined, {}],
    ['±(0.3+0.2L) mm', undefined, {}],
    ['±5 μm~±16 μm', undefined, {}],
    ['±1 ℃;±7%RH', undefined, {}],
    ['RSD≤3%', undefined, {}],
    ['1×10⁻⁷', 'Hz', {}],
    ['U=1/3 MPE', undefined, {}],
    ['按GB/T 1957', undefined, {}],
    ['', 'mm', {}],
  ])('%s (usual unit %s)', (text, unit, accuracy) => {
    const { limit, ...rest } = readAccuracy(text, unit);

    expect(rest).toEqual(accuracy.grade === undefined ? {} : { grade: accuracy.grade });
    expect(limit).toEqual(accuracy.limit && { ...accuracy.limit, value: expect.closeTo(accuracy.limit.value, 12) });
  });
});

it('no text at all breaks a reader, and what is read is in order', () => {
  const piece = fc.constantFrom(
    '0',
    '300',
    '-',
    '~',
    '±',
    '(',
    ')',
    ' mm',
    'kN',
    '级',
    'Ⅲ',
    '10⁵',
    '×',
    '.',
    ';',
    'U=',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (anything) => {
      const range = readRange(anything, 'mm');
      const { limit } = readAccuracy(anything, 'mm');
      return (
        (!range || (range.low <= range.high && isUnit(range.unit))) &&
        (!limit || (limit.value >= 0 && isUnit(limit.unit)))
      );
    }),
    { numRuns: 5_000 },
  );
});
