import { ListField, NumberField, ObjectField, TextField } from '@nqi/platform';
import { MOST_SCOPE_ROWS, type ScopeRow } from './capability-scope.js';

class RangeBody {
  @NumberField()
  low!: number;

  @NumberField()
  high!: number;

  @TextField({ max: 20, example: 'kN' })
  unit!: string;
}

class UncertaintyBody {
  @NumberField({ description: 'Expanded, the smallest that can be reached' })
  value!: number;

  @TextField({ max: 20, example: '%' })
  unit!: string;

  @NumberField({ description: 'Coverage factor', example: 2 })
  k!: number;
}

class ScopeRowBody implements Omit<ScopeRow, 'demo'> {
  @TextField({ max: 100, example: 'CI033', description: 'Number in the reference lists, or the name' })
  object!: string;

  @ObjectField(() => RangeBody, { optional: true, description: 'Metrology' })
  range?: RangeBody;

  @ObjectField(() => UncertaintyBody, { optional: true, description: 'Metrology' })
  uncertainty?: UncertaintyBody;

  @TextField({ optional: true, max: 100, example: 'TP003-01', description: 'Testing: number or name of the item' })
  parameter?: string;

  @TextField({ optional: true, max: 60, example: 'GB/T 228.1-2021', description: 'For testing with its year' })
  method?: string;
}

export class ScopeBody {
  @ListField(() => ScopeRowBody, { max: MOST_SCOPE_ROWS, description: 'The whole scope; none for no limit' })
  rows!: ScopeRowBody[];
}

/** The rows as people say them: fields that are absent are not there, and nothing of it is made up. */
export function rowsOf({ rows }: ScopeBody): ScopeRow[] {
  return rows.map(({ object, range, uncertainty, parameter, method }) => ({
    object,
    ...(range && { range: { low: range.low, high: range.high, unit: range.unit } }),
    ...(uncertainty && { uncertainty: { value: uncertainty.value, unit: uncertainty.unit, k: uncertainty.k } }),
    ...(parameter && { parameter }),
    ...(method && { method }),
    demo: false,
  }));
}
