import { isApiError } from '../api/problem.js';
import { fieldId, pointerParts } from '../format/pointers.js';
import type { FormFault } from './error-summary.js';

/** What a service has against the fields of a form whose elements are named `prefix.path.to.field`. */
export const faultsOf = (error: unknown, prefix: string): readonly FormFault[] =>
  isApiError(error)
    ? error.faults.map(({ pointer, detail }) => ({ fieldId: fieldId(prefix, pointerParts(pointer)), text: detail }))
    : [];
