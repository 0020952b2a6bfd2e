import type { ScopeRow } from '../../api/institutions.js';

/** What stands in the form of one line of a scope; which of it is asked depends on the domain. */
export const EMPTY_SCOPE_ROW = {
  object: '',
  low: '',
  high: '',
  unit: '',
  uncertainty: '',
  uncertaintyUnit: '',
  k: '2',
  parameter: '',
  method: '',
};
export type ScopeAnswers = typeof EMPTY_SCOPE_ROW;

/** Which fields a domain's scope is kept in. */
export const SCOPE_FIELDS: Readonly<Record<string, readonly ('measure' | 'parameter' | 'method')[]>> = {
  metrology: ['measure', 'method'],
  testing: ['parameter', 'method'],
  certification: [],
};

/** The line as the service takes it: a range and an uncertainty are said whole or not at all. */
export function rowOf(answers: ScopeAnswers): ScopeRow {
  const { object, low, high, unit, uncertainty, uncertaintyUnit, k, parameter, method } = answers;
  return {
    object: object.trim(),
    ...(low && high && unit && { range: { low: Number(low), high: Number(high), unit: unit.trim() } }),
    ...(uncertainty &&
      uncertaintyUnit && {
        uncertainty: { value: Number(uncertainty), unit: uncertaintyUnit.trim(), k: Number(k) },
      }),
    ...(parameter.trim() && { parameter: parameter.trim() }),
    ...(method.trim() && { method: method.trim() }),
  };
}

/** A line on record, to be changed. */
export const scopeAnswersOf = ({
  object,
  range,
  uncertainty,
  parameter = '',
  method = '',
}: ScopeRow): ScopeAnswers => ({
  object,
  low: String(range?.low ?? ''),
  high: String(range?.high ?? ''),
  unit: range?.unit ?? '',
  uncertainty: String(uncertainty?.value ?? ''),
  uncertaintyUnit: uncertainty?.unit ?? '',
  k: String(uncertainty?.k ?? EMPTY_SCOPE_ROW.k),
  parameter,
  method,
});

/** Only what is said of a line, without what the service adds to it. */
export const saidOf = (row: ScopeRow): ScopeRow => rowOf(scopeAnswersOf(row));

/** Half a range or half an uncertainty would be lost in silence. */
export function isWholeRow({ object, low, high, unit, uncertainty, uncertaintyUnit, k }: ScopeAnswers): boolean {
  const together = (...parts: readonly string[]) => parts.every((part) => part) || parts.every((part) => !part);
  const numbers = [low, high, uncertainty, k].every((text) => text === '' || Number.isFinite(Number(text)));
  return object.trim() !== '' && numbers && together(low, high, unit) && together(uncertainty, uncertaintyUnit);
}
