import type { Qualification, QualificationFacts } from '../../api/institutions.js';

export const EMPTY_QUALIFICATION = {
  kind: '',
  number: '',
  validFrom: '',
  validUntil: '',
  issuer: '',
  issuedOn: '',
  evidence: '',
};
export type QualificationAnswers = typeof EMPTY_QUALIFICATION;

/** What is known of a qualification, as it stands in its form. */
export const answersOf = (known: Qualification): QualificationAnswers => {
  const fields = Object.keys(EMPTY_QUALIFICATION) as (keyof QualificationAnswers)[];
  return Object.fromEntries(fields.map((field) => [field, known[field] ?? ''])) as QualificationAnswers;
};

/** As the service wants it: what was left empty is not said. */
export function factsOf({ kind, number, ...rest }: QualificationAnswers): QualificationFacts {
  const said = Object.entries(rest).flatMap(([field, value]) => (value.trim() ? [[field, value.trim()]] : []));
  return { kind: kind.trim(), number: number.trim(), ...Object.fromEntries(said) };
}

export const isWhole = ({ kind, number, validFrom }: QualificationAnswers): boolean =>
  [kind, number, validFrom].every((text) => text.trim() !== '');
