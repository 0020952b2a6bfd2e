import { DomainError, type LocalizedText } from '@nqi/kernel';

/** One thing that is wrong with what was sent: where (RFC 6901) and why. */
export interface Fault {
  readonly code: string;
  readonly pointer: string;
  readonly text: LocalizedText;
}

/** `malformed`: not of the declared shape (400). `invalid`: of that shape, but not acceptable (422). */
export type FaultSort = 'malformed' | 'invalid';

/** Everything that is wrong with a body, told at once (一次性告知); its code is the first fault's. */
export class InvalidFields extends DomainError {
  constructor(
    readonly sort: FaultSort,
    readonly faults: readonly Fault[],
  ) {
    const zh = faults.map(({ text }) => text.zh).join('；');
    const en = faults.map(({ text }) => text.en).join('; ');
    super(faults[0]?.code ?? 'REQUEST.INVALID', 'invalid', { zh, en }, {}, faults[0]?.pointer);
  }
}

export function assertNoFaults(sort: FaultSort, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InvalidFields(sort, faults);
}

/** `pointerTo('', 'items', 0, 'form')` is `/items/0/form`. */
export function pointerTo(base: string, ...steps: readonly (string | number)[]): string {
  return base + steps.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
