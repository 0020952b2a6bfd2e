import { useState } from 'react';

/** Rows of a list that somebody ticked. */
export function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = (changed: readonly string[], chosen: boolean) =>
    setIds((known) => new Set(chosen ? [...known, ...changed] : [...known].filter((id) => !changed.includes(id))));
  return { ids, toggle, clear: () => setIds(new Set()) };
}
