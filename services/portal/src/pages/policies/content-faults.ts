import { isApiError } from '../../api/problem.js';
import type { FormFault } from '../../components/error-summary.js';
import { fieldId, pointerParts } from '../../format/pointers.js';
import type { Language } from '../../i18n/language.js';

export const CONTENT = 'content';

/** Every fault of a content; the service lists them all in the details, and only the first as the field to blame. */
export function contentFaults(error: unknown, language: Language): readonly FormFault[] {
  const listed = isApiError(error) ? error.problem.details?.['faults'] : undefined;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((fault: { pointer?: unknown; detail?: unknown; zh?: unknown }) =>
    typeof fault.pointer === 'string' && typeof fault.detail === 'string'
      ? [
          {
            fieldId: fieldId(CONTENT, pointerParts(fault.pointer)),
            text: language === 'zh' && typeof fault.zh === 'string' ? fault.zh : fault.detail,
          },
        ]
      : [],
  );
}
