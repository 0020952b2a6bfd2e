import type { LocalizedText } from '@nqi/kernel';
import { pointerTo, type Fault } from '../../faults/fault.js';

export const COMPARISONS = ['less', 'at-most', 'equal', 'different', 'at-least', 'more'] as const;

/** A rule between two fields of one object (`x-rules`), which JSON Schema has no word for. */
export interface FieldRule {
  readonly left: string;
  readonly is: (typeof COMPARISONS)[number];
  readonly right: string;
  /** What people are told who break it. */
  readonly message: LocalizedText;
}

type Schema = Readonly<Record<string, unknown>>;

/**
 * Rules that a value of the right shape breaks, at every depth; the left field is to blame. Numbers are compared as
 * numbers, texts (dates among them) letter by letter; a field that is not filled in breaks nothing.
 */
export function brokenRules(schema: Schema, value: unknown, base: string): Fault[] {
  if (Array.isArray(value)) {
    const items = schema['items'] as Schema | undefined;
    return items ? value.flatMap((member, i) => brokenRules(items, member, pointerTo(base, i))) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const rules = (schema['x-rules'] ?? []) as readonly FieldRule[];
  const own = rules.flatMap(({ left, is, right, message }) =>
    holds(fields[left], is, fields[right])
      ? []
      : [{ code: 'FORM.RULE', pointer: pointerTo(base, left), text: message }],
  );
  const inner = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>).flatMap(
    ([name, field]) => brokenRules(field, fields[name], pointerTo(base, name)),
  );
  return [...own, ...inner];
}

function holds(left: unknown, is: FieldRule['is'], right: unknown): boolean {
  const order = compared(left, right);
  if (order === undefined) return true;
  switch (is) {
    case 'less':
      return order < 0;
    case 'at-most':
      return order <= 0;
    case 'equal':
      return order === 0;
    case 'different':
      return order !== 0;
    case 'at-least':
      return order >= 0;
    case 'more':
      return order > 0;
  }
}

/** Undefined when the two cannot be compared. */
function compared(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  return left < right ? -1 : Number(left > right);
}
