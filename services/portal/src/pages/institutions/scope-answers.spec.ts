import { EMPTY_SCOPE_ROW, isWholeRow, rowOf, saidOf, scopeAnswersOf } from './scope-answers.js';

const row = {
  object: 'CI033',
  range: { low: 0, high: 600, unit: 'kN' },
  uncertainty: { value: 0.3, unit: '%', k: 2 },
  method: 'JJG 139-2014',
};

describe('a line of a scope in its form', () => {
  it('comes back as it was', () => {
    expect(rowOf(scopeAnswersOf(row))).toEqual(row);
    expect(rowOf(scopeAnswersOf({ object: '水泥', parameter: '抗压强度', method: 'GB/T 17671-2021' }))).toEqual({
      object: '水泥',
      parameter: '抗压强度',
      method: 'GB/T 17671-2021',
    });
  });

  it('keeps nothing that the service said of it', () => {
    expect(saidOf({ ...row, methodReplacedBy: ['JJG 139-2024'] })).toEqual(row);
  });

  it.each([
    ['a range without a unit', { low: '0', high: '1' }],
    ['an uncertainty without a unit', { uncertainty: '0.3' }],
    ['a number that is none', { low: 'a', high: '1', unit: 'kN' }],
    ['no object', { object: ' ' }],
  ])('is not whole with %s', (_, fields) => {
    expect(isWholeRow({ ...EMPTY_SCOPE_ROW, object: 'CI033', ...fields })).toBe(false);
  });

  it('is whole with its object alone', () => {
    expect(isWholeRow({ ...EMPTY_SCOPE_ROW, object: 'CI033' })).toBe(true);
  });
});
