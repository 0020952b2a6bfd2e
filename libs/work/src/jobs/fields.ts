import type { LocalizedText } from '@nqi/kernel';
import type { JsonSchema } from './procedure.js';

/*
 * Pieces of an action's body as JSON Schema 2020-12: `title` is Chinese and `x-title-en` English, as everywhere in the
 * system, and the portal draws forms from them.
 */

/** Everything PostgreSQL can store: no NUL and no half of a surrogate pair. */
const STORABLE_TEXT = '^[^\\u0000\\ud800-\\udfff]*$';
/** A measured value: exact, plain, never a float. */
const DECIMAL = '^[+-]?\\d{1,12}(\\.\\d{1,12})?$';

type More = JsonSchema;

const titled = (title: LocalizedText) => ({ title: title.zh, 'x-title-en': title.en });

export const text = (title: LocalizedText, max = 200, more: More = {}): JsonSchema => ({
  ...titled(title),
  type: 'string',
  minLength: 1,
  maxLength: max,
  pattern: STORABLE_TEXT,
  ...more,
});

/** Something the form shows beside what is to be entered; whatever comes back is not relied on. */
export const shown = (title: LocalizedText, value: string): JsonSchema => ({
  ...titled(title),
  type: 'string',
  maxLength: 500,
  pattern: STORABLE_TEXT,
  readOnly: true,
  default: value,
});

export const decimal = (title: LocalizedText, more: More = {}): JsonSchema => ({
  ...titled(title),
  type: 'string',
  pattern: DECIMAL,
  'x-message': { pattern: { zh: '应为十进制数，如 10.02', en: 'Must be a decimal number, such as 10.02' } },
  ...more,
});

export const date = (title: LocalizedText, more: More = {}): JsonSchema => ({
  ...titled(title),
  type: 'string',
  format: 'date',
  ...more,
});

export const integer = (title: LocalizedText, minimum: number, maximum: number, more: More = {}): JsonSchema => ({
  ...titled(title),
  type: 'integer',
  minimum,
  maximum,
  ...more,
});

export const flag = (title: LocalizedText, more: More = {}): JsonSchema => ({
  ...titled(title),
  type: 'boolean',
  ...more,
});

/** One of several values, each shown by its name. */
export const choice = (
  title: LocalizedText,
  values: Readonly<Record<string, LocalizedText>>,
  more: More = {},
): JsonSchema => ({
  ...titled(title),
  type: 'string',
  oneOf: Object.entries(values).map(([value, name]) => ({ const: value, ...titled(name) })),
  ...more,
});

export const list = (
  title: LocalizedText,
  items: JsonSchema,
  { min = 1, max }: { min?: number; max: number },
  more: More = {},
): JsonSchema => ({ ...titled(title), type: 'array', minItems: min, maxItems: max, items, ...more });

/** An object that has these fields and no others; all are required but those named optional. */
export const record = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** The whole body of an action, with one complete body that would pass for this very job. */
export const body = (
  properties: Readonly<Record<string, JsonSchema>>,
  example: unknown,
  optional: readonly string[] = [],
): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...record(properties, optional),
  examples: [example],
});
