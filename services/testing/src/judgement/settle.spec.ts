import { settled, unjudgedOf, type Judged } from './settle.js';

const MIXED: Judged = {
  item: 'TP034-01',
  values: ['无小零件', '有小零件', '无小零件', '合格'],
  verdicts: ['UNJUDGED', 'UNJUDGED', 'UNJUDGED', 'PASS'],
};

describe('what no rule could judge', () => {
  it('is asked of a person once for each observation', () => {
    expect(unjudgedOf(MIXED)).toEqual(['无小零件', '有小零件']);
  });

  it('takes a person’s verdict and keeps the reason', () => {
    const done = settled(MIXED, [
      { value: '无小零件', verdict: 'PASS', reason: '按 GB 6675.2 复核' },
      { value: '有小零件', verdict: 'FAIL', reason: '脱落部件落入量筒' },
    ]);

    expect(done.verdicts).toEqual(['PASS', 'FAIL', 'PASS', 'PASS']);
    expect(done.reasons).toEqual({ 无小零件: '按 GB 6675.2 复核', 有小零件: '脱落部件落入量筒' });
  });

  it('stays open where nothing was ruled', () => {
    expect(settled(MIXED, []).verdicts[0]).toBe('UNJUDGED');
  });

  it('does not let a person overturn what a rule has judged', () => {
    const judged: Judged = { item: 'a', values: ['5'], verdicts: ['FAIL'] };

    expect(settled(judged, [{ value: '5', verdict: 'PASS', reason: 'x' }])).toBe(judged);
  });

  it('is one observation for all units of a sampling plan', () => {
    const plan: Judged = { item: 'a', values: ['<200', '20'], verdicts: ['UNJUDGED'] };

    expect(unjudgedOf(plan)).toEqual(['<200、20']);
    expect(settled(plan, [{ value: '<200、20', verdict: 'PASS', reason: '复测' }]).verdicts).toEqual(['PASS']);
  });
});
