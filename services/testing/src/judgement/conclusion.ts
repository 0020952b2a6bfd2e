import type { Verdict } from './verdict.js';

/** What a report says as a whole. */
export type Conclusion = 'PASS' | 'FAIL' | 'DATA_ONLY';

export interface JudgedItem {
  readonly parameter: string;
  readonly verdicts: readonly Verdict[];
}

/** One failed result fails the product; values that nobody judges decide nothing. All must have been judged before. */
export function conclusionOf(items: readonly JudgedItem[]): Conclusion {
  const verdicts = items.flatMap((item) => item.verdicts);
  if (verdicts.includes('UNJUDGED')) throw new Error('a conclusion wants every result judged');
  if (verdicts.includes('FAIL')) return 'FAIL';
  return verdicts.includes('PASS') ? 'PASS' : 'DATA_ONLY';
}

/** The sentence on the report, computed from its results. */
export function conclusionText(product: string, standard: string | undefined, items: readonly JudgedItem[]): string {
  const basis = standard ? ` ${standard} ` : '约定的技术';
  const judged = items.filter(({ verdicts }) => verdicts.some((verdict) => verdict !== 'REPORTED'));
  switch (conclusionOf(items)) {
    case 'DATA_ONLY':
      return `${product}：仅提供检测数据，不作合格与否的判定`;
    case 'PASS':
      return `${product}：合格(所检 ${judged.length} 项均符合${basis}要求)`;
    case 'FAIL': {
      const failed = items.filter(({ verdicts }) => verdicts.includes('FAIL')).map(({ parameter }) => parameter);
      return `${product}：不合格(${failed.join('、')}不符合${basis}要求)`;
    }
  }
}
