import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { pointerTo, type Fault } from './fault.js';
import { keywordText } from './keyword-texts.js';

const ANNOTATIONS = ['x-title-en', 'x-message', 'x-reference'];
const MOST_FAULTS = 50;

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Faults of a value, whose own place in the body is `base`; empty when it has the schema's shape. */
export type ShapeCheck = (value: unknown, base: string) => Fault[];

/** Compiles a schema once; the check then costs microseconds. Fault codes are `code`. */
export function compileShape(schema: JsonSchema, code: string): ShapeCheck {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  });
  ajv.addVocabulary(ANNOTATIONS);
  const validate = ajv.compile(schema);
  return (value, base) => (validate(value) ? [] : toFaults(validate.errors ?? [], base, code));
}

function toFaults(errors: readonly ErrorObject[], base: string, code: string): Fault[] {
  return errors
    .filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'))
    .slice(0, MOST_FAULTS)
    .map((error) => ({
      code,
      pointer: placeOf(error, base),
      text: keywordText({
        keyword: error.keyword,
        params: error.params as Record<string, unknown>,
        schema: (error.parentSchema ?? {}) as Record<string, unknown>,
      }),
    }));
}

/** The schema blames the object for a field too few or too many; people look for the field. */
function placeOf({ keyword, instancePath, params }: ErrorObject, base: string): string {
  const { missingProperty, additionalProperty } = params as Record<string, string>;
  const field = keyword === 'required' ? missingProperty : additionalProperty;
  return field === undefined ? base + instancePath : pointerTo(base + instancePath, field);
}
