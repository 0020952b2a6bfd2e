import { useState } from 'react';
import { isApiError } from '../api/problem.js';
import { nearestFieldId, pointerParts } from '../format/pointers.js';
import { useTexts } from '../i18n/use-texts.js';
import type { FormFault } from './error-summary.js';

type Place = (parts: readonly string[]) => string;

const onPage = (id: string): boolean => document.getElementById(id) !== null;

/** Names the element of a field in a form whose elements are `prefix.path.to.field`. */
export const placeIn =
  (prefix: string): Place =>
  (parts) =>
    nearestFieldId(prefix, parts, onPage);

/** The faults of a form: those found here before sending and those a service found. */
export function useFormFaults(place: Place) {
  const { t } = useTexts();
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [traceId, setTraceId] = useState<string>();
  const show = (found: readonly FormFault[]) => {
    setTraceId(undefined);
    setFaults(found);
  };
  const showError = (error: unknown) => {
    if (!isApiError(error)) return show([{ text: t('state.bug') }]);
    const named = error.faults.map(({ pointer, detail }) => ({ fieldId: place(pointerParts(pointer)), text: detail }));
    setTraceId(error.problem.traceId);
    setFaults(
      named.length > 0 ? named : [{ text: wholeText(error.problem.detail || error.problem.title, error.status) }],
    );
  };
  const wholeText = (detail: string, status: number): string =>
    status === 0 ? `${t('state.network')} ${t('state.networkDetail')}` : detail || t('state.failed');
  return { faults, traceId, show, showError, clear: () => show([]) };
}
