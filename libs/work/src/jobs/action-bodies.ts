import { Injectable } from '@nestjs/common';
import { InvalidBody, type FieldFault } from '@nqi/platform';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonSchema } from './procedure.js';

const CACHED = 200;

/** Checks the bodies of actions against the schemas their procedures declare. */
@Injectable()
export class ActionBodies {
  private readonly ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    formats.default(this.ajv);
  }

  /** Fills in declared defaults. Throws InvalidBody, naming every field that is wrong. */
  check(schema: JsonSchema, body: unknown): void {
    const validate = this.compile(schema);
    if (!validate(body)) throw new InvalidBody((validate.errors ?? []).map(toFault));
  }

  private compile(schema: JsonSchema): ValidateFunction {
    const { examples: _, ...rules } = schema;
    const text = JSON.stringify(rules);
    let validate = this.compiled.get(text);
    if (!validate) {
      if (this.compiled.size >= CACHED) this.forget();
      validate = this.ajv.compile(rules);
      this.compiled.set(text, validate);
    }
    return validate;
  }

  /** Schemas belong to single jobs, and ajv itself keeps each one it ever compiled until told otherwise. */
  private forget(): void {
    this.compiled.clear();
    this.ajv.removeSchema();
  }
}

function toFault({ instancePath, keyword, params, message }: ErrorObject): FieldFault {
  const field = String(params['missingProperty'] ?? params['additionalProperty'] ?? '');
  const pointer =
    keyword === 'required' || keyword === 'additionalProperties' ? `${instancePath}/${field}` : instancePath;
  return { pointer: pointer || '/', detail: message ?? keyword };
}
