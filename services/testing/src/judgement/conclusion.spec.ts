import { conclusionOf, conclusionText, type JudgedItem } from './conclusion.js';
import type { Verdict } from './verdict.js';

const item = (parameter: string, ...verdicts: Verdict[]): JudgedItem => ({ parameter, verdicts });

describe('the conclusion of a report', () => {
  it.each([
    [[item('铅', 'PASS', 'PASS'), item('镉', 'PASS')], 'PASS'],
    [[item('铅', 'PASS', 'FAIL'), item('镉', 'PASS')], 'FAIL'],
    [[item('全水分', 'REPORTED'), item('灰分', 'PASS')], 'PASS'],
    [[item('全水分', 'REPORTED')], 'DATA_ONLY'],
  ] as const)('of %j is %s', (items, conclusion) => {
    expect(conclusionOf(items)).toBe(conclusion);
  });

  it('does not exist while anything waits to be judged', () => {
    expect(() => conclusionOf([item('小零件', 'UNJUDGED')])).toThrow();
  });

  it('says what was held against what', () => {
    const [lead, cadmium, water] = [item('铅', 'PASS'), item('镉', 'FAIL'), item('全水分', 'REPORTED')];

    expect(conclusionText('小麦粉', 'GB/T 1355-2021', [lead, water])).toBe(
      '小麦粉：合格(所检 1 项均符合 GB/T 1355-2021 要求)',
    );
    expect(conclusionText('小麦粉', 'GB/T 1355-2021', [lead, cadmium])).toBe(
      '小麦粉：不合格(镉不符合 GB/T 1355-2021 要求)',
    );
    expect(conclusionText('自制件', undefined, [lead])).toBe('自制件：合格(所检 1 项均符合约定的技术要求)');
    expect(conclusionText('动力煤', 'GB/T 5751-2009', [water])).toBe('动力煤：仅提供检测数据，不作合格与否的判定');
  });
});
