import { scopeRows, type ScopeRow } from './capability-scope.js';

const machine: ScopeRow = {
  object: 'CI033',
  range: { low: 0.01, high: 1000, unit: 'kN' },
  uncertainty: { value: 0.35, unit: '%', k: 2 },
  demo: false,
};
const tensile: ScopeRow = { object: 'TP003', parameter: 'TP003-01', method: 'gb/t228.1—2021', demo: false };

describe('rows of a capability scope', () => {
  it('are kept as they are said, methods in one spelling', () => {
    expect(scopeRows('metrology', [machine])).toEqual([machine]);
    expect(scopeRows('testing', [tensile])).toEqual([{ ...tensile, method: 'GB/T 228.1-2021' }]);
    expect(scopeRows('certification', [{ object: 'QMS', demo: false }])).toEqual([{ object: 'QMS', demo: false }]);
    expect(scopeRows('standards', [])).toEqual([]);
  });

  it.each<[string, Parameters<typeof scopeRows>[0], ScopeRow[], string, string]>([
    [
      'a unit of nothing',
      'metrology',
      [{ ...machine, range: { low: 0, high: 1, unit: '坪' } }],
      'UNKNOWN_UNIT',
      '/rows/0/range/unit',
    ],
    [
      'a range upside down',
      'metrology',
      [{ ...machine, range: { low: 2, high: 1, unit: 'kN' } }],
      'BAD_RANGE',
      '/rows/0/range/low',
    ],
    [
      'no uncertainty at all',
      'metrology',
      [{ ...machine, uncertainty: { value: 0, unit: '%', k: 2 } }],
      'BAD_UNCERTAINTY',
      '/rows/0/uncertainty/value',
    ],
    [
      'a factor of nothing',
      'metrology',
      [{ ...machine, uncertainty: { value: 1, unit: '%', k: 0 } }],
      'BAD_UNCERTAINTY',
      '/rows/0/uncertainty/k',
    ],
    [
      'an uncertainty of another quantity',
      'metrology',
      [{ ...machine, uncertainty: { value: 1, unit: 'mm', k: 2 } }],
      'OTHER_QUANTITY',
      '/rows/0/uncertainty/unit',
    ],
    [
      'a method without year',
      'testing',
      [{ ...tensile, method: 'GB/T 228.1' }],
      'METHOD_YEAR_NEEDED',
      '/rows/0/method',
    ],
    ['a method that is none', 'testing', [{ ...tensile, method: '按客户要求' }], 'BAD_METHOD', '/rows/0/method'],
    [
      'a product alone',
      'testing',
      [{ object: 'TP003', method: 'GB/T 228.1-2021', demo: false }],
      'PARAMETER_NEEDED',
      '/rows/0/parameter',
    ],
    ['a range of certification', 'certification', [machine], 'NOT_OF_DOMAIN', '/rows/0/range'],
    ['rows of standards', 'standards', [machine], 'NOT_OF_DOMAIN', '/rows'],
    ['one row twice', 'testing', [tensile, { ...tensile, method: 'GB/T 228.1-2021' }], 'TWICE', '/rows/1'],
  ])('refuse %s', (_, domain, rows, code, pointer) => {
    expect(() => scopeRows(domain, rows)).toThrow(expect.objectContaining({ code: `SCOPE.${code}`, pointer }));
  });
});
