import type { PlanItem } from '../plan/test-references.js';

const SIGNS: Readonly<Record<PlanItem['limitType'], string>> = {
  min: '≥',
  max: '≤',
  max_exclusive: '<',
  tolerance: '±',
  range: '',
  equal: '=',
  qualitative: '',
  sampling_plan: '',
  report: '',
};

/** A limit as people read it: `≤0.1 mg/kg`. */
export function requirementOf({ limitType, limitValue, unit }: PlanItem): string {
  if (limitType === 'report') return '—';
  const figure = `${SIGNS[limitType]}${limitValue}`;
  return unit && limitType !== 'qualitative' ? `${figure} ${unit}` : figure;
}
