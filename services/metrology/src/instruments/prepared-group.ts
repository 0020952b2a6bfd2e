import type { Group } from './groups.js';

/** A group as it was found, with the regulation it is measured by. */
export interface PreparedGroup extends Group {
  readonly quantity: number;
  readonly basis: string;
  /** How long a verification holds, where it holds for a period. */
  readonly periodMonths?: number;
  /** Too many for single records: measured as a batch, with those listed that do not conform. */
  readonly batch: boolean;
}

/** Up to so many of a kind, and so many altogether, are recorded one by one. */
const SINGLE_OF_A_KIND = 50;
const SINGLE_IN_ALL = 400;

/** Says for each group, in order, whether it is recorded as a batch. */
export function batchesOf(quantities: readonly number[]): boolean[] {
  let single = 0;
  return quantities.map((quantity) => {
    const batch = quantity > SINGLE_OF_A_KIND || single + quantity > SINGLE_IN_ALL;
    if (!batch) single += quantity;
    return batch;
  });
}
