import type { FormData, JsonSchema } from '../api/shapes.js';
import { isValidForm } from './check-form.js';

type Fields = Readonly<Record<string, JsonSchema | false>>;

/** Fields that a form's conditions (`if`, `then`, `else`, also within `allOf`) take away for what is filled in now. */
export function hiddenFields(schema: JsonSchema, form: FormData): readonly string[] {
  const own = schema['if'] === undefined ? [] : takenAway(branchOf(schema, form));
  const nested = ((schema['allOf'] ?? []) as readonly JsonSchema[]).flatMap((part) => hiddenFields(part, form));
  return [...new Set([...own, ...nested])].sort();
}

/** Fields that a form's conditions ask for on top, for what is filled in now. */
export function askedFields(schema: JsonSchema, form: FormData): readonly string[] {
  const own = schema['if'] === undefined ? [] : ((branchOf(schema, form)?.['required'] ?? []) as readonly string[]);
  const nested = ((schema['allOf'] ?? []) as readonly JsonSchema[]).flatMap((part) => askedFields(part, form));
  return [...new Set([...own, ...nested])].sort();
}

/** The schema as it is drawn: conditions are replaced by what follows from them. */
export function settledSchema(schema: JsonSchema, hidden: readonly string[], asked: readonly string[]): JsonSchema {
  const { if: _if, then: _then, else: _else, allOf: _allOf, properties, ...rest } = schema;
  if (properties === undefined) return rest;
  const shown = Object.entries(properties as Fields).filter(([name]) => !hidden.includes(name));
  const required = [...((rest['required'] ?? []) as readonly string[]), ...asked];
  return { ...rest, properties: Object.fromEntries(shown), ...(required.length > 0 && { required }) };
}

/** What is filled in, without what is no longer asked for: the service takes nothing that it did not ask. */
export const withoutHidden = (schema: JsonSchema, form: FormData): FormData => {
  const hidden = hiddenFields(schema, form);
  return hidden.length === 0
    ? form
    : Object.fromEntries(Object.entries(form).filter(([name]) => !hidden.includes(name)));
};

const branchOf = (schema: JsonSchema, form: FormData): JsonSchema | undefined =>
  (isValidForm(schema['if'] as JsonSchema, form) ? schema['then'] : schema['else']) as JsonSchema | undefined;

const takenAway = (branch: JsonSchema | undefined): string[] =>
  Object.entries((branch?.['properties'] ?? {}) as Fields).flatMap(([name, field]) => (field === false ? [name] : []));
