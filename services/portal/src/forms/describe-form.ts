import type { FormData, JsonSchema, Localized } from '../api/shapes.js';
import type { Language } from '../i18n/language.js';

/** One field of a filled form in words: a text, or the lines of a list. */
export interface Described {
  readonly title: string;
  readonly text?: string;
  readonly lines?: readonly (readonly Described[])[];
}

type NameOf = (ref: string) => string | undefined;

/** A filled form in the order and the words of its schema; fields that the schema does not know come last. */
export function describeForm(schema: JsonSchema, form: FormData, language: Language, nameOf: NameOf): Described[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const names = [...Object.keys(properties), ...Object.keys(form).filter((name) => !Object.hasOwn(properties, name))];
  return names
    .filter((name) => form[name] !== undefined && form[name] !== null && form[name] !== '')
    .map((name) => describe(name, properties[name] ?? {}, form[name], language, nameOf));
}

function describe(name: string, schema: JsonSchema, value: unknown, language: Language, nameOf: NameOf): Described {
  const title = titleOf(schema, language) ?? name;
  if (Array.isArray(value) && value.some((entry) => typeof entry === 'object')) {
    const items = (schema['items'] ?? {}) as JsonSchema;
    return { title, lines: value.map((entry) => describeForm(items, entry as FormData, language, nameOf)) };
  }
  if (Array.isArray(value)) return { title, text: value.map((entry) => named(String(entry), nameOf)).join('、') };
  if (typeof value === 'object' && value !== null)
    return { title, lines: [describeForm(schema, value as FormData, language, nameOf)] };
  return { title, text: schema['x-reference'] ? named(String(value), nameOf) : labelOf(schema, value, language) };
}

const titleOf = (schema: JsonSchema, language: Language): string | undefined =>
  ((language === 'en' && schema['x-title-en']) || schema['title']) as string | undefined;

function named(ref: string, nameOf: NameOf): string {
  const name = nameOf(ref);
  return name ? `${name} · ${ref}` : ref;
}

const labelOf = (schema: JsonSchema, value: unknown, language: Language): string =>
  (schema['x-labels'] as Readonly<Record<string, Localized>> | undefined)?.[String(value)]?.[language] ??
  wordOf(value, language);

const YES_NO: Record<Language, readonly [string, string]> = { zh: ['是', '否'], en: ['yes', 'no'] };

const wordOf = (value: unknown, language: Language): string =>
  typeof value === 'boolean' ? YES_NO[language][value ? 0 : 1] : String(value);

/** Lists of the catalogue that a form's fields choose from. */
export function referencesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as JsonSchema)['x-reference'];
  const below = Object.values(schema).flatMap(referencesIn);
  return [...new Set([...(typeof own === 'string' ? [own] : []), ...below])];
}
