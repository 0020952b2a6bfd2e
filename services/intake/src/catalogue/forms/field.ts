import type { LocalizedText } from '@nqi/kernel';

/**
 * Pieces of a service's form as JSON Schema 2020-12. `title` is Chinese and `x-title-en` English; `x-reference` names
 * the list of the catalogue that a field chooses from; `x-message` replaces the usual words for a broken keyword;
 * `x-rules` holds rules between two fields (`field-rules.ts`).
 */
export type Field = Readonly<Record<string, unknown>>;

/** Lists of the catalogue that a field may choose from. */
export const REFERENCES = ['mandatory-instruments', 'instruments', 'test-products', 'standards', 'schemes'] as const;
export type Reference = (typeof REFERENCES)[number];

/** Everything PostgreSQL can store: no NUL and no half of a surrogate pair. */
export const STORABLE_TEXT = '^[^\\u0000\\ud800-\\udfff]*$';

const UNSTORABLE = { pattern: { zh: '含有无法保存的字符', en: 'Holds characters that cannot be stored' } };

const titled = (title: LocalizedText) => ({ title: title.zh, 'x-title-en': title.en });

export function text(title: LocalizedText, max: number): Field {
  const shape = { type: 'string', minLength: 1, maxLength: max, pattern: STORABLE_TEXT };
  return { ...titled(title), ...shape, 'x-message': UNSTORABLE };
}

/** A code from a list of the catalogue; `hint` says what it should look like. */
export function reference(title: LocalizedText, from: Reference, pattern: string, hint: LocalizedText): Field {
  const shape = { type: 'string', maxLength: 60, pattern, 'x-reference': from };
  return { ...titled(title), ...shape, 'x-message': { pattern: hint } };
}

export function choice(title: LocalizedText, values: readonly string[], from?: Reference): Field {
  return { ...titled(title), type: 'string', enum: [...values], ...(from && { 'x-reference': from }) };
}

export function integer(title: LocalizedText, minimum: number, maximum: number): Field {
  return { ...titled(title), type: 'integer', minimum, maximum };
}

export function list(title: LocalizedText, items: Field, maxItems: number): Field {
  return { ...titled(title), type: 'array', minItems: 1, maxItems, items };
}

export function distinct(field: Field): Field {
  return { ...field, uniqueItems: true };
}

/** A choice among few, each with its words. */
export function options(title: LocalizedText, labels: Readonly<Record<string, LocalizedText>>): Field {
  return { ...titled(title), type: 'string', enum: Object.keys(labels), 'x-labels': labels };
}

/** An object in which a field is asked for only while another one holds a value; otherwise it must be left out. */
export function onlyWhen(object: Field, field: string, other: string, value: string): Field {
  return {
    ...object,
    if: { properties: { [other]: { const: value } }, required: [other] },
    then: { required: [field] },
    else: { properties: { [field]: false } },
  };
}

/** An object that has these fields and no others. */
export function record(properties: Readonly<Record<string, Field>>, required: readonly string[]): Field {
  return { type: 'object', properties, required: [...required], additionalProperties: false };
}

/** The whole form of a service. */
export function form(
  name: LocalizedText,
  properties: Readonly<Record<string, Field>>,
  required: readonly string[],
): Field {
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  return { $schema, ...titled(name), ...record(properties, required) };
}

export const NOTE = text({ zh: '说明', en: 'Note' }, 2_000);
