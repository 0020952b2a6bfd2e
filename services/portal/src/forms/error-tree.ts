import type { Language } from '../i18n/language.js';
import type { FormBreach } from './check-form.js';

export interface ErrorTree {
  __errors?: string[];
  [field: string]: ErrorTree | string[] | undefined;
}

/** Breaches as the form library shows them beside their fields. */
export function errorTree(breaches: readonly FormBreach[], language: Language): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, text } of breaches) {
    const node = path.reduce<ErrorTree>((at, part) => (at[part] ??= {}) as ErrorTree, root);
    node.__errors = [...(node.__errors ?? []), text[language]];
  }
  return root;
}
