import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { JsonSchema, Localized } from '../api/shapes.js';
import { pointerParts } from '../format/pointers.js';
import type { Language } from '../i18n/language.js';
import { keywordText } from './keyword-texts.js';

/** One thing that is wrong with a filled form: where and why. */
export interface FormBreach {
  readonly path: readonly string[];
  readonly keyword: string;
  readonly text: Localized;
}

/** Keywords that only say that something below them is wrong. */
const CONTAINERS = new Set('properties items prefixItems allOf $ref then else dependentSchemas false'.split(' '));
const BRANCH = /\/(anyOf|oneOf|not|if)\/\d+\//;

/**
 * Everything that is wrong with a form. The validator walks the schema instead of compiling it to code, which the
 * content security policy would not run.
 */
export function checkForm(schema: JsonSchema, form: unknown): readonly FormBreach[] {
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(withoutUndefined(form));
  const breaches = errors.filter(isCause).flatMap((error) => breachesOf(error, schema, form));
  return breaches.filter((breach, index) => breaches.findIndex((other) => isSame(other, breach)) === index);
}

export const isValidForm = (schema: JsonSchema, form: unknown): boolean =>
  new Validator(schema as Schema, '2020-12', true).validate(withoutUndefined(form)).valid;

const isCause = ({ keyword, keywordLocation }: OutputUnit): boolean =>
  !CONTAINERS.has(keyword) && !BRANCH.test(`${keywordLocation}/`);

function breachesOf(
  { keyword, keywordLocation, instanceLocation }: OutputUnit,
  root: JsonSchema,
  form: unknown,
): FormBreach[] {
  const path = pointerParts(instanceLocation);
  const schema = lookUp(root, pointerParts(keywordLocation).slice(0, -1)) as JsonSchema | undefined;
  if (!schema) return [];
  const value = (lookUp(form, path) ?? {}) as Readonly<Record<string, unknown>>;
  if (keyword === 'type' && (lookUp(form, path) ?? null) === null) return [missingValue(path, schema)];
  const perField = FIELDS_OF[keyword];
  if (!perField) return [breach(path, keyword, schema)];
  return perField(schema, value).map((property) => breach([...path, property], keyword, schema, property));
}

/** Keywords of an object that are about single fields of it. */
const FIELDS_OF: Readonly<Record<string, (schema: JsonSchema, value: JsonSchema) => readonly string[]>> = {
  required: (schema, value) => (schema['required'] as readonly string[]).filter((name) => value[name] === undefined),
  additionalProperties: (schema, value) =>
    Object.keys(value).filter((name) => !Object.hasOwn((schema['properties'] as JsonSchema) ?? {}, name)),
};

const breach = (path: readonly string[], keyword: string, schema: JsonSchema, property?: string): FormBreach => ({
  path,
  keyword,
  text: keywordText({ keyword, schema, property }),
});

/** A line of a list that was added and left empty. */
const missingValue = (path: readonly string[], schema: JsonSchema): FormBreach =>
  breach(path, 'required', { properties: { value: schema } }, 'value');

const isSame = (a: FormBreach, b: FormBreach): boolean =>
  a.keyword === b.keyword && a.path.join('/') === b.path.join('/');

const lookUp = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>> | undefined)?.[part], value);

/** A breach as a list of errors says it: with the line it is in and, where the words do not name it, its field. */
export function breachInWords(root: JsonSchema, { path, keyword, text }: FormBreach, language: Language): string {
  const places: string[] = [];
  let schema: JsonSchema | undefined = root;
  for (const part of path) {
    const inList: boolean = schema?.['type'] === 'array';
    schema = (inList ? schema?.['items'] : lookUp(schema, ['properties', part])) as JsonSchema | undefined;
    if (inList) places.push(`${places.pop() ?? ''} ${Number(part) + 1}`.trim());
    else places.push(titleOf(schema, language) ?? part);
  }
  if (keyword === 'required' || keyword === 'additionalProperties') {
    const isLine = /^\d+$/.test(path.at(-1) ?? '');
    if (!isLine) places.pop();
  }
  return [places.join(' › '), text[language]].filter(Boolean).join(' — ');
}

const titleOf = (schema: JsonSchema | undefined, language: Language): string | undefined =>
  ((language === 'en' && schema?.['x-title-en']) || schema?.['title']) as string | undefined;

/** A form as it will be sent: fields that were emptied are not there. */
export const withoutUndefined = (form: unknown): unknown =>
  form === undefined ? {} : (JSON.parse(JSON.stringify(form)) as unknown);
