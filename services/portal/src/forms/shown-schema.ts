import type { JsonSchema } from '../api/shapes.js';

/**
 * The schema as a form draws it. Alternatives that only say "one of these fields must be there" are rules, not choices
 * between forms: they are checked but not drawn.
 */
export function shownSchema(schema: JsonSchema): JsonSchema {
  return withoutRules(schema) as JsonSchema;
}

function withoutRules(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRules);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, part]) => !(isAlternative(name) && isRuleOnly(part)));
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutRules(part)]));
}

const isAlternative = (name: string): boolean => name === 'anyOf' || name === 'oneOf';

const isRuleOnly = (part: unknown): boolean =>
  Array.isArray(part) &&
  part.every(
    (option) => typeof option === 'object' && option !== null && !('properties' in option) && 'required' in option,
  );
