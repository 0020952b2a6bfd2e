import type { JsonSchema, Localized } from '../api/shapes.js';
import type { Language } from '../i18n/language.js';

const WORDS = ['title', 'description'] as const;

/**
 * The schema with its words in one language: `x-title-en` and `x-description-en` stand beside the Chinese ones, and
 * `x-labels` says what the values of a choice are called.
 */
export function localizeSchema(schema: JsonSchema, language: Language): JsonSchema {
  const labelled = JSON.stringify(schema).includes('"x-labels"')
    ? (withLabels(schema, language) as JsonSchema)
    : schema;
  return language === 'zh' ? labelled : (inEnglish(labelled) as JsonSchema);
}

function withLabels(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((part) => withLabels(part, language));
  if (typeof value !== 'object' || value === null) return value;
  const { 'x-labels': labels, enum: _values, ...rest } = value as JsonSchema;
  if (labels === undefined)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withLabels(part, language)]));
  const choices = Object.entries(labels as Readonly<Record<string, Localized>>);
  return { ...rest, oneOf: choices.map(([choice, label]) => ({ const: choice, title: label[language] })) };
}

function inEnglish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inEnglish);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, inEnglish(part)] as const);
  const english = WORDS.flatMap((word) => {
    const text = (value as JsonSchema)[`x-${word}-en`];
    return typeof text === 'string' ? [[word, text] as const] : [];
  });
  return Object.fromEntries([...entries, ...english]);
}
