import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import type { JsonSchema } from '../api/shapes.js';
import { isValidForm } from './check-form.js';

/** Lets the form library tell alternatives apart. What is wrong with a form is found by `checkForm` alone. */
export const validator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
  isValid: (schema, form, root) => isValidForm(withDefinitions(schema, root), form),
};

/** A part of a schema still has to find what its references name. */
function withDefinitions(schema: RJSFSchema, root: RJSFSchema): JsonSchema {
  const { $defs, definitions } = root;
  return { ...($defs && { $defs }), ...(definitions && { definitions }), ...schema } as JsonSchema;
}
