import { readCsv } from './csv.js';
import { once } from './data-file.js';

/** One target of the city's policy 枣政字〔2024〕17号. */
export interface PolicyTarget {
  readonly id: string;
  readonly indicator: string;
  readonly operator: string;
  /** A decimal, or words for a qualitative target. */
  readonly targetValue: string;
  readonly unit?: string;
  /** Absent where the policy names no year. */
  readonly targetYear?: number;
  readonly section: string;
  readonly kind: 'outcome' | 'output' | 'qualitative';
  readonly responsible?: string;
  readonly source: string;
  readonly confidence: string;
}

export const policyTargets = once(() =>
  readCsv<PolicyTarget>(
    'policy_targets.csv',
    (row) => ({
      id: row.matching('id', /^PT\d{2}$/),
      indicator: row.text('indicator'),
      operator: row.text('operator'),
      targetValue: row.text('target_value'),
      unit: row.optional('unit'),
      targetYear: row.text('target_year').startsWith('(') ? undefined : row.number('target_year'),
      section: row.text('section'),
      kind: row.oneOf('kind', ['outcome', 'output', 'qualitative'] as const),
      responsible: row.optional('responsible'),
      source: row.text('source'),
      confidence: row.text('confidence'),
    }),
    'id',
  ),
);
