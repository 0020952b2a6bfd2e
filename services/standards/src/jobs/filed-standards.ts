const MOST = 200;

/** Numbers of the standards that a client's form names, and its note; a form without them gives none. */
export function filedStandards(form: unknown): { readonly citations: readonly string[]; readonly note?: string } {
  const { standards, note } = fieldsOf(form);
  const lines = Array.isArray(standards) ? standards.slice(0, MOST) : [];
  const citations = lines.map((line) => textOf(fieldsOf(line)['ref'])).filter((ref) => ref !== undefined);
  return { citations, note: textOf(note) };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;
