export const STEPS = ['choose', 'details', 'contact', 'check'] as const;
export type FilingStep = (typeof STEPS)[number];

export const after = (step: FilingStep): FilingStep => STEPS[STEPS.indexOf(step) + 1] ?? 'check';
export const before = (step: FilingStep): FilingStep => STEPS[STEPS.indexOf(step) - 1] ?? 'choose';

/** On which step a field stands, and its element there: pointers of services lead into the whole body. */
export function placeOf(parts: readonly string[]): { step: FilingStep; prefix: string; path: readonly string[] } {
  const [first, index, second, ...rest] = parts;
  if (first !== 'items') return { step: 'contact', prefix: 'filing', path: parts };
  if (second === 'form') return { step: 'details', prefix: `item${index}`, path: rest };
  if (second === 'materials') return { step: 'details', prefix: `item${index}`, path: [second] };
  return {
    step: index === undefined || second === 'serviceCode' ? 'choose' : 'details',
    prefix: `item${index}`,
    path: [],
  };
}
