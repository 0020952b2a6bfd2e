import type { Scheme, SchemeCatalogue } from '../schemes/scheme.js';

const MOST = 20;

/** A scheme that the client asked for, once. */
export interface FiledScheme {
  readonly scheme: Scheme;
  readonly personnel?: number;
}

export interface Filed {
  readonly schemes: readonly FiledScheme[];
  /** What the client wrote that no scheme answers to. */
  readonly unknown: readonly string[];
  readonly note?: string;
}

/** The schemes that a client's form names, and its note; a form without them gives none. */
export function filedSchemes(form: unknown, catalogue: SchemeCatalogue): Filed {
  const { certification, note } = fieldsOf(form);
  const schemes = new Map<string, FiledScheme>();
  const unknown = new Set<string>();
  for (const line of Array.isArray(certification) ? certification.slice(0, MOST) : []) {
    const { ref, effective_personnel: personnel } = fieldsOf(line);
    const code = textOf(ref);
    const scheme = code === undefined ? undefined : catalogue.find(code);
    if (scheme && !schemes.has(scheme.code)) schemes.set(scheme.code, { scheme, personnel: headsOf(personnel) });
    else if (code !== undefined && !scheme) unknown.add(code);
  }
  return { schemes: [...schemes.values()], unknown: [...unknown], note: textOf(note) };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

const headsOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
