import type { ReferenceEntry } from '../api/catalog.js';
import type { FormData } from '../api/shapes.js';

interface Context {
  readonly prefix: string;
  readonly value: FormData;
}

/** Entries to choose from in a field: those of the entry that the same line's `ref` names. */
export function itemsOfSibling(
  entries: readonly ReferenceEntry[],
  { prefix, value }: Context,
  fieldId: string,
): readonly ReferenceEntry[] {
  const line = fieldId
    .slice(prefix.length + 1)
    .split('.')
    .slice(0, -1);
  const siblings = line.reduce<unknown>((at, part) => (at as FormData | undefined)?.[part], value) as
    FormData | undefined;
  const ref = siblings?.['ref'];
  return entries.find((entry) => entry.ref === ref)?.items ?? [];
}
