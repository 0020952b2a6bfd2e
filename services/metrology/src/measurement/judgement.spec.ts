import { errorOf, judgePoint, worstOf, type DecisionRule, type Verdict } from './judgement.js';
import { roundedLike, significantDigits, uncertaintyFault } from './uncertainty.js';
import { validUntil, withoutDate } from './validity.js';

describe('the error of a reading', () => {
  it.each([
    ['10.02', '10', '0.02'],
    ['10', '10.00', '0.00'],
    ['9.97', '10', '-0.03'],
    ['0.3', '0.1', '0.2'],
    ['-20.1', '-20', '-0.1'],
    ['1000000000.0001', '1000000000', '0.0001'],
  ])('%s at %s is %s, without the noise of floating point', (indication, nominal, error) => {
    expect(errorOf(indication, nominal)).toBe(error);
  });
});

describe('a reading', () => {
  it.each<[string, string, Verdict]>([
    ['0', '0.03', 'PASS'],
    ['0.03', '0.03', 'PASS'],
    ['-0.03', '0.03', 'PASS'],
    ['0.0300', '0.03', 'PASS'],
    ['0.0301', '0.03', 'FAIL'],
    ['-0.0301', '0.03', 'FAIL'],
  ])('with error %s and limit ±%s: %s by simple acceptance', (error, mpe, verdict) => {
    expect(judgePoint({ nominal: '0', mpe }, error, 'simple-acceptance')).toBe(verdict);
  });

  it.each<[string, Verdict]>([
    ['0.02', 'PASS'],
    ['0.021', 'INCONCLUSIVE'],
    ['0.03', 'INCONCLUSIVE'],
    ['-0.04', 'INCONCLUSIVE'],
    ['0.041', 'FAIL'],
  ])('with error %s, limit ±0.03 and uncertainty 0.01: %s with a guard band', (error, verdict) => {
    expect(judgePoint({ nominal: '0', mpe: '0.03', uncertainty: '0.01' }, error, 'guard-band')).toBe(verdict);
  });

  it.each<[string | undefined, DecisionRule]>([
    [undefined, 'simple-acceptance'],
    ['0.03', 'none'],
  ])('with limit %s under rule %s is not judged', (mpe, rule) => {
    expect(judgePoint({ nominal: '0', mpe }, '9', rule)).toBe('NONE');
  });
});

describe('an instrument', () => {
  it.each<[Verdict[], Verdict]>([
    [['PASS', 'PASS'], 'PASS'],
    [['PASS', 'FAIL', 'INCONCLUSIVE'], 'FAIL'],
    [['PASS', 'INCONCLUSIVE'], 'INCONCLUSIVE'],
    [['NONE', 'PASS'], 'PASS'],
    [['NONE'], 'NONE'],
    [[], 'NONE'],
  ])('with points %j is %s', (points, verdict) => {
    expect(worstOf(points)).toBe(verdict);
  });
});

describe('an expanded uncertainty', () => {
  it.each([
    ['0.010', 2],
    ['0.0123', 3],
    ['1.5', 2],
    ['120', 2],
    ['123', 3],
    ['0', 0],
    ['10.0', 3],
  ])('%s has %d significant digits', (text, digits) => {
    expect(significantDigits(text)).toBe(digits);
  });

  const capability = { kind: 'absolute', value: '0.01' } as const;
  it.each([
    ['0.010', undefined],
    ['0.011', undefined],
    ['0.0099', 'below-capability'],
    ['0.0123', 'too-many-digits'],
    ['0', 'not-positive'],
    ['-0.01', 'not-positive'],
  ])('%s against a capability of 0.01: %s', (uncertainty, fault) => {
    expect(uncertaintyFault(uncertainty, '100', capability)).toBe(fault);
  });

  it('is held against a share of the reading where the capability is one', () => {
    const relative = { kind: 'relative', percent: '2' } as const;

    expect([uncertaintyFault('2.0', '100', relative), uncertaintyFault('1.9', '100', relative)]).toEqual([
      undefined,
      'below-capability',
    ]);
  });

  it.each([
    ['0.0251', '0.012', '0.025'],
    ['12.3456', '0.1', '12.3'],
    ['1234.5', '120', '1230'],
  ])('rounds the result %s with uncertainty %s to %s', (value, uncertainty, rounded) => {
    expect(roundedLike(value, uncertainty)).toBe(rounded);
  });
});

describe('the validity of a verification', () => {
  it.each([
    ['2026-11-24', 12, '2027-11-23'],
    ['2026-11-24', 6, '2027-05-23'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2026-08-31', 6, '2027-02-27'],
    ['2026-01-01', 24, '2027-12-31'],
  ])('from %s for %d months ends on %s', (date, months, last) => {
    expect(validUntil(date, months)).toBe(last);
  });

  it('is a sentence where there is no date', () => {
    const kind = { ref: 'MI024', name: '水表', mandatory: true } as const;

    expect(withoutDate({ ...kind, mode: 'first_rotate', periodNote: '轮换6年' })).toBe(
      '首次强制检定，限期使用，到期轮换(轮换6年)',
    );
    expect(withoutDate({ ...kind, mode: 'first_scrap' })).toBe('首次强制检定，失准报废');
    expect(withoutDate(undefined)).toBe('不规定有效期');
  });
});
