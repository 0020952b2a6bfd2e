/** Registers a value of a statement and returns its placeholder, `$3`. */
export type Bind = (value: unknown) => string;

/** The values of a statement that is put together from parts; those given come first, as `$1` and so on. */
export function binding(...values: unknown[]): { readonly values: unknown[]; readonly bind: Bind } {
  return { values, bind: (value) => `$${values.push(value)}` };
}
