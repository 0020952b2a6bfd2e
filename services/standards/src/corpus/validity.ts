import type { Corpus, Standard } from './standard.js';

/** 即将实施, 现行, 被代替 by a revision, 废止 without one, or not in the corpus. */
export type ValidityStatus = 'UPCOMING' | 'CURRENT' | 'SUPERSEDED' | 'ABOLISHED' | 'UNKNOWN';

/** A standard's standing on one day. */
export interface Validity {
  readonly status: ValidityStatus;
  /** What stands in its place, or will. */
  readonly replacement?: string;
  /** First day of the replacement, where that is known. */
  readonly replacedOn?: string;
  /** Standards that replace a part of it. */
  readonly partlyReplacedBy: readonly string[];
}

/**
 * The status on `day`, from dates first: a standard whose replacement is not yet in force is still current, and one that
 * is not yet in force itself is upcoming. Only where dates are missing does what the source believed decide.
 */
export function validityOn(day: string, standard: Standard, corpus: Corpus): Validity {
  const successors = corpus.successors(standard.number);
  const partlyReplacedBy = successors
    .filter((successor) => successor.partlyReplaces.includes(standard.number) && isInForce(successor, day))
    .map(({ number }) => number);
  const base = { partlyReplacedBy };
  if (standard.implementedOn && standard.implementedOn > day) return { status: 'UPCOMING', ...base };
  if (!standard.implementedOn && standard.believed === 'upcoming') return { status: 'UPCOMING', ...base };
  if (standard.abolishedOn ? standard.abolishedOn <= day : standard.believed === 'abolished') {
    return { status: 'ABOLISHED', ...base };
  }
  const replacement = replacementOf(standard, successors, corpus);
  if (!replacement) return { status: standard.believed === 'superseded' ? 'SUPERSEDED' : 'CURRENT', ...base };
  const { number, since } = replacement;
  const superseded = since ? since <= day : standard.believed === 'superseded';
  return {
    status: superseded ? 'SUPERSEDED' : 'CURRENT',
    replacement: number,
    ...(since && { replacedOn: since }),
    ...base,
  };
}

/** The whole replacement that comes into force first; one whose date nobody knows comes last. */
function replacementOf(
  standard: Standard,
  successors: readonly Standard[],
  corpus: Corpus,
): { readonly number: string; readonly since?: string } | undefined {
  const named = standard.replacedBy.map((number) => ({ number, since: corpus.find(number)?.implementedOn }));
  const claiming = successors
    .filter(({ replaces }) => replaces.includes(standard.number))
    .map(({ number, implementedOn }) => ({ number, since: implementedOn }));
  return [...named, ...claiming].sort((a, b) => (a.since ?? '9999').localeCompare(b.since ?? '9999'))[0];
}

const isInForce = ({ implementedOn, believed }: Standard, day: string): boolean =>
  implementedOn ? implementedOn <= day : believed === 'current';
