import { adviceConclusion, type Advice, type FindingVerdict } from './advice.js';

const advice = (verdicts: readonly FindingVerdict[], recommendations: readonly string[] = []): Advice => ({
  concludedOn: '2026-11-24',
  findings: verdicts.map((verdict) => ({ topic: '事项', verdict, finding: '情况' })),
  recommendations,
});

describe('the conclusion of a service report', () => {
  it.each<[readonly FindingVerdict[], number, string]>([
    [['conforms', 'conforms'], 0, '核查2项，均符合要求'],
    [['conforms', 'improve'], 2, '核查2项，符合1项，需改进1项；提出建议2条'],
    [['improve'], 0, '核查1项，符合0项，需改进1项'],
    [['remark'], 1, '说明1项；提出建议1条'],
    [['conforms', 'remark'], 0, '核查1项，均符合要求；说明1项'],
  ])('counts %j with %d recommendations', (verdicts, recommendations, conclusion) => {
    expect(adviceConclusion(advice(verdicts, Array<string>(recommendations).fill('改')))).toBe(conclusion);
  });
});
