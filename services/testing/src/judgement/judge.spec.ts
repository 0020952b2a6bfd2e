import { testProducts } from '@nqi/reference-data';
import {
  isReadableLimit,
  isReadableResult,
  judge,
  passingResults,
  unitsOf,
  type Limit,
  type LimitType,
} from './judge.js';
import type { Verdict } from './verdict.js';

type Row = readonly [type: LimitType, limit: string, result: string, verdict: Verdict];

describe('a numeric result', () => {
  it.each<Row>([
    ['min', '42.5', '42.5', 'PASS'],
    ['min', '42.5', '42.4999', 'FAIL'],
    ['min', '-5.0', '-5.0', 'PASS'],
    ['min', '-5.0', '-5.1', 'FAIL'],
    ['max', '0.01', '0.01', 'PASS'],
    ['max', '0.01', '0.0100', 'PASS'],
    ['max', '0.01', '0.010000000001', 'FAIL'],
    ['max', '3520000', '3520001', 'FAIL'],
    ['max_exclusive', '-40', '-40', 'FAIL'],
    ['max_exclusive', '-40', '-40.1', 'PASS'],
    ['range', '4.0~8.5', '4.0', 'PASS'],
    ['range', '4.0~8.5', '8.5', 'PASS'],
    ['range', '4.0~8.5', '3.99', 'FAIL'],
    ['range', '4.0~8.5', '8.51', 'FAIL'],
    ['range', '4.0～8.5', '６.２', 'PASS'],
    ['tolerance', '30', '30', 'PASS'],
    ['tolerance', '30', '-30', 'PASS'],
    ['tolerance', '30', '-30.5', 'FAIL'],
    ['tolerance', '30', '31', 'FAIL'],
    ['equal', '48', '48.0', 'PASS'],
    ['equal', '48', '48.1', 'FAIL'],
    ['report', '实测', '17.3', 'REPORTED'],
  ])('held against %s %s: %s is %s', (type, value, result, verdict) => {
    expect(judge({ type, value }, [result])).toBe(verdict);
  });
});

describe('a result below or above what can be measured', () => {
  it.each<Row>([
    ['max', '0.01', '<0.01', 'PASS'],
    ['max', '0.01', '＜0.005', 'PASS'],
    ['max', '0.01', '<0.02', 'UNJUDGED'],
    ['max', '0.01', '>0.01', 'FAIL'],
    ['max', '0.01', '>0.009', 'UNJUDGED'],
    ['max', '0.01', '≤0.01', 'PASS'],
    ['max_exclusive', '-40', '<-40', 'PASS'],
    ['max_exclusive', '-40', '≤-40', 'UNJUDGED'],
    ['max_exclusive', '-40', '>-40', 'FAIL'],
    ['min', '45', '>45', 'PASS'],
    ['min', '45', '>=45', 'PASS'],
    ['min', '45', '>44', 'UNJUDGED'],
    ['min', '45', '<45', 'FAIL'],
    ['min', '45', '<=45', 'UNJUDGED'],
    ['range', '45~90', '>90', 'FAIL'],
    ['range', '45~90', '<45', 'FAIL'],
    ['range', '45~90', '<50', 'UNJUDGED'],
    ['tolerance', '10', '<-10', 'FAIL'],
    ['tolerance', '10', '<10', 'UNJUDGED'],
    ['equal', '48', '<48', 'FAIL'],
  ])('held against %s %s: %s is %s', (type, value, result, verdict) => {
    expect(judge({ type, value }, [result])).toBe(verdict);
  });
});

describe('a grade', () => {
  it.each<readonly [limit: string, result: string, verdict: Verdict]>([
    ['3', '3', 'PASS'],
    ['3', '3-4', 'PASS'],
    ['3', '2-3', 'FAIL'],
    ['3-4', '3', 'FAIL'],
    ['3-4', '3-4', 'PASS'],
    ['3-4', '4', 'PASS'],
    ['3-4', '3-5', 'UNJUDGED'],
    ['3-4', '3.5', 'UNJUDGED'],
  ])('of at least %s: %s is %s', (value, result, verdict) => {
    expect(judge({ type: 'min', value, unit: '级' }, [result])).toBe(verdict);
  });

  it('is no number where the unit is none of grades', () => {
    expect(isReadableResult({ type: 'min', value: '3', unit: 'MPa' }, '3-4')).toBe(false);
  });
});

describe('an observation in words', () => {
  it.each<readonly [requirement: string, observation: string, verdict: Verdict]>([
    ['合格', '合格', 'PASS'],
    ['合格', '不合格', 'FAIL'],
    ['合格', '基本合格', 'UNJUDGED'],
    ['不应检出', '未检出', 'PASS'],
    ['不应检出', '检出', 'FAIL'],
    ['不应检出', '2', 'UNJUDGED'],
    ['不得使用', '未检出', 'PASS'],
    ['不得使用', '检出', 'FAIL'],
    ['无', '无', 'PASS'],
    ['无', '有', 'FAIL'],
    ['不起火、不爆炸', '未起火,未爆炸', 'PASS'],
    ['不起火、不爆炸', '不起火、不爆炸', 'PASS'],
    ['不起火、不爆炸', '无起火、爆炸', 'PASS'],
    ['不起火、不爆炸', '起火,未爆炸', 'FAIL'],
    ['不起火、不爆炸', '不起火、爆炸', 'FAIL'],
    ['不起火、不爆炸', '未起火', 'UNJUDGED'],
    ['不起火、不爆炸', '未起火、未爆炸、冒烟', 'UNJUDGED'],
    ['不漏液、不起火、不爆炸', '未漏液、未起火、未爆炸', 'PASS'],
    ['无泄漏、外壳破裂、起火或爆炸', '无泄漏、外壳破裂、起火或爆炸', 'PASS'],
    ['无泄漏、外壳破裂、起火或爆炸', '未泄漏、外壳破裂', 'FAIL'],
    ['不击穿', '未击穿', 'PASS'],
    ['不击穿', '击穿', 'FAIL'],
    ['36月以下不得有', '未发现小零件', 'UNJUDGED'],
    ['36月以下不得有', '36月以下不得有', 'UNJUDGED'],
    ['2U+1000无击穿', '3000 V 无击穿', 'UNJUDGED'],
    ['不起火、不爆炸,仍需报警', '不起火、不爆炸', 'UNJUDGED'],
    ['constructor', 'constructor', 'UNJUDGED'],
  ])('required “%s”: “%s” is %s', (value, observation, verdict) => {
    expect(judge({ type: 'qualitative', value }, [observation])).toBe(verdict);
  });

  it('equals a requirement in words only to the letter', () => {
    expect(judge({ type: 'equal', value: 'Ⅰ级' }, ['Ⅰ级'])).toBe('PASS');
    expect(judge({ type: 'equal', value: 'Ⅰ级' }, ['Ⅱ级'])).toBe('UNJUDGED');
  });
});

describe('the units of a sampling plan', () => {
  const three = 'n=5,c=2,m=100,M=1000';
  it.each<readonly [plan: string, units: readonly string[], verdict: Verdict]>([
    [three, ['100', '<10', '20', '30', '40'], 'PASS'],
    [three, ['101', '1000', '20', '30', '40'], 'PASS'],
    [three, ['101', '102', '103', '30', '40'], 'FAIL'],
    [three, ['1001', '20', '20', '30', '40'], 'FAIL'],
    [three, ['<200', '<200', '20', '30', '40'], 'PASS'],
    [three, ['<200', '<200', '<200', '30', '40'], 'UNJUDGED'],
    [three, ['<2000', '20', '20', '30', '40'], 'UNJUDGED'],
    [three, ['10', '20', '30', '40'], 'UNJUDGED'],
    [three, ['10', '20', '30', '40', '很多'], 'UNJUDGED'],
    ['n=5,c=0,m=0', ['0', '0', '0', '0', '0'], 'PASS'],
    ['n=5,c=0,m=0', ['0', '0', '0', '0', '1'], 'FAIL'],
    ['n=5,c=0,m=0', ['0', '0', '0', '0', '<1'], 'UNJUDGED'],
  ])('%s of %j is %s', (value, units, verdict) => {
    expect(judge({ type: 'sampling_plan', value }, units)).toBe(verdict);
  });

  it('are as many as the plan says', () => {
    expect(unitsOf({ type: 'sampling_plan', value: three })).toBe(5);
    expect(unitsOf({ type: 'max', value: '5' })).toBeUndefined();
  });
});

describe('a limit', () => {
  it.each<readonly [LimitType, string, string | undefined]>([
    ['min', '很高', undefined],
    ['max', '3-4', 'MPa'],
    ['range', '8.5~4.0', undefined],
    ['range', '4.0', undefined],
    ['tolerance', '-3', undefined],
    ['sampling_plan', 'n=5,c=5,m=1', undefined],
    ['sampling_plan', 'n=5,c=1,m=10,M=10', undefined],
    ['sampling_plan', 'n=5,c=1,m=ten', undefined],
    ['qualitative', ' ', undefined],
  ])('%s “%s” %s cannot be agreed on', (type, value, unit) => {
    expect(isReadableLimit({ type, value, unit })).toBe(false);
  });

  const items = testProducts().flatMap((product) => product.items);
  const limitOf = ({ limitType, limitValue, unit }: (typeof items)[number]): Limit => ({
    type: limitType,
    value: limitValue,
    ...(unit && { unit }),
  });

  it('of the reference data is always readable', () => {
    expect(items.filter((item) => !isReadableLimit(limitOf(item)))).toEqual([]);
  });

  it('of the reference data passes its own example, save where only a person can tell', () => {
    const others = items.filter(
      (item) => !['PASS', 'REPORTED'].includes(judge(limitOf(item), passingResults(limitOf(item)))),
    );

    expect(others.map(({ limitValue }) => limitValue).sort()).toEqual([
      '2U+1000无击穿',
      '36月以下不得有',
      '不起火、不爆炸,仍需报警',
    ]);
  });
});
