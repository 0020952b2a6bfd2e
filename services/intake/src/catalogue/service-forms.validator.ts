import { Injectable } from '@nestjs/common';
import type { Fault } from '../faults/fault.js';
import { compileShape, untitled, type ShapeCheck } from '../faults/json-schema.validator.js';
import type { Service } from './catalogue.js';
import { brokenRules } from './forms/field-rules.js';
import { normalizeForm, unknownReferences, type FilledForm } from './form-references.js';
import { ReferenceBook } from './reference-book.js';

export interface CheckedForm {
  /** The form as it is stored; only meaningful when there are no faults. */
  readonly form: FilledForm;
  readonly faults: readonly Fault[];
}

/** Checks filled forms against their service's schema and the reference data. Each schema is compiled on first use. */
@Injectable()
export class ServiceForms {
  private readonly checks = new WeakMap<object, ShapeCheck>();
  private readonly compiled = new Map<string, ShapeCheck>();

  constructor(private readonly book: ReferenceBook) {}

  /** Shape first: a form without it is not looked up. */
  check(service: Service, form: unknown, base: string): CheckedForm {
    const shapeFaults = this.shapeOf(service.form)(form, base);
    if (shapeFaults.length > 0) return { form: {}, faults: shapeFaults };
    const rules = brokenRules(service.form, form, base);
    const normal = normalizeForm(form as FilledForm);
    return { form: normal, faults: [...rules, ...unknownReferences(service, normal, this.book, base)] };
  }

  private shapeOf(schema: Service['form']): ShapeCheck {
    const known = this.checks.get(schema);
    if (known) return known;
    const form = untitled(schema);
    const key = JSON.stringify(form);
    const check = this.compiled.get(key) ?? compileShape(form, 'FORM.INVALID');
    this.compiled.set(key, check);
    this.checks.set(schema, check);
    return check;
  }
}
