import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { pointerTo, type Fault } from './fault.js';
import { keywordText } from './keyword-texts.js';

const ANNOTATIONS = ['x-title-en', 'x-message', 'x-reference', 'x-labels', 'x-rules'];
const MOST_FAULTS = 50;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Faults of a value, whose own place in the body is `base`; empty when it has the schema's shape. */
export type ShapeCheck = (value: unknown, base: string) => Fault[];

/** Compiles a schema once; the check then costs microseconds. Fault codes are `code`. */
export function compileShape(schema: JsonSchema, code: string): ShapeCheck {
  const validate = newCompiler().compile(schema);
  return (value, base) => (validate(value) ? [] : toFaults(validate.errors ?? [], schema, base, code));
}

/** Why a schema cannot be compiled; undefined when it can. */
export function schemaFault(schema: JsonSchema): string | undefined {
  try {
    newCompiler().compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Without its own names, by which most schemas of a kind differ alone: compiling is what costs. */
export function untitled(schema: JsonSchema): JsonSchema {
  const { title: _title, 'x-title-en': _english, ...rest } = schema;
  return rest;
}

function newCompiler(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  });
  ajv.addVocabulary(ANNOTATIONS);
  return ajv;
}

function toFaults(errors: readonly ErrorObject[], schema: JsonSchema, base: string, code: string): Fault[] {
  return errors
    .filter(({ keyword, schemaPath }) => keyword !== 'if' && !schemaPath.includes('/anyOf/'))
    .slice(0, MOST_FAULTS)
    .map((error) => ({
      code,
      pointer: placeOf(error, base),
      text: keywordText({
        keyword: error.keyword,
        params: error.params as Record<string, unknown>,
        schema: { ...namesAt(schema, error.instancePath), ...(error.parentSchema as JsonSchema) },
      }),
    }));
}

/** The fields of the object at a place: a condition that asks for one does not say again what it is called. */
function namesAt(schema: JsonSchema, place: string): JsonSchema {
  let at: JsonSchema = schema;
  for (const step of place.split('/').slice(1)) {
    const { items, properties } = at as { items?: JsonSchema; properties?: Readonly<Record<string, JsonSchema>> };
    at = (/^\d+$/.test(step) ? items : properties?.[step]) ?? {};
  }
  return { properties: at['properties'] };
}

/** The schema blames the object for a field too few or too many; people look for the field. */
function placeOf({ keyword, instancePath, params }: ErrorObject, base: string): string {
  const { missingProperty, additionalProperty } = params as Record<string, string>;
  const field = keyword === 'required' ? missingProperty : additionalProperty;
  return field === undefined ? base + instancePath : pointerTo(base + instancePath, field);
}
