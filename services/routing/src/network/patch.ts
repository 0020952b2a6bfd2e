import { DomainError } from '@nqi/kernel';

/** What a change says of some facts: undefined leaves one as it is, null takes it away. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | null };

/** The facts after the change. Throws `invalid`, naming the field, for null where something has to be. */
export function patched<T extends object>(
  facts: T,
  patch: NoInfer<Patch<T>>,
  clearable: readonly (keyof T & string)[],
): T {
  assertClearable(patch, clearable);
  const said = Object.entries({ ...facts, ...withoutUndefined(patch) });
  return Object.fromEntries(said.filter(([, value]) => value !== null)) as T;
}

/** Throws `invalid` for the first field that is null and not among those that may be taken away. */
export function assertClearable(patch: object, clearable: readonly string[]): void {
  const field = Object.entries(patch).find(([name, value]) => value === null && !clearable.includes(name))?.[0];
  if (field === undefined) return;
  const text = { zh: `${field} 不能为空`, en: `${field} cannot be taken away` };
  throw new DomainError('NETWORK.NOT_CLEARABLE', 'invalid', text, { field }, `/${field}`);
}

function withoutUndefined(patch: object): object {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
