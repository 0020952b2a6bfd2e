import type { SideReport } from '../../api/simulations.js';

type Figure = 'placed' | 'loadGini' | 'predictedBreaches' | 'meanKilometres';

export interface Comparison {
  readonly figure: Figure;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** The larger of both, for bars of one scale. */
  readonly top: number;
  readonly verdict: 'better' | 'worse' | 'same' | 'unknown';
  readonly decimals: boolean;
}

/** Of each figure, whether more of it is better, and whether it is a fraction. */
const FIGURES: readonly { readonly figure: Figure; readonly moreIsBetter: boolean; readonly decimals: boolean }[] = [
  { figure: 'placed', moreIsBetter: true, decimals: false },
  { figure: 'loadGini', moreIsBetter: false, decimals: true },
  { figure: 'predictedBreaches', moreIsBetter: false, decimals: false },
  { figure: 'meanKilometres', moreIsBetter: false, decimals: true },
];

/** Both sides of a report figure by figure; nothing is judged where one side does not know. */
export const comparisonsOf = (baseline: SideReport, draft: SideReport): readonly Comparison[] =>
  FIGURES.map(({ figure, moreIsBetter, decimals }) => {
    const [before, after] = [baseline[figure], draft[figure]];
    return {
      figure,
      before,
      after,
      decimals,
      top: Math.max(before ?? 0, after ?? 0),
      verdict: judge(before, after, moreIsBetter),
    };
  });

function judge(before: number | undefined, after: number | undefined, moreIsBetter: boolean): Comparison['verdict'] {
  if (before === undefined || after === undefined) return 'unknown';
  if (before === after) return 'same';
  return after > before === moreIsBetter ? 'better' : 'worse';
}
