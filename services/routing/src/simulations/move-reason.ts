import type { Candidate, Decision, Score } from '../rules/decision.js';
import { isFit } from '../rules/scope-fit.js';

/** Why a request would go elsewhere: what of the receipts differs. */
export type MoveReason =
  | { readonly code: 'OTHER_OFFICE' }
  /** The body of before fails a filter now; the first verdict that is against it. */
  | { readonly code: 'NO_LONGER_ELIGIBLE'; readonly verdict: string }
  /** The body of now failed a filter before. */
  | { readonly code: 'NEWLY_ELIGIBLE'; readonly verdict: string }
  /** Both may do it; the part of the score that speaks most for the one of now. */
  | { readonly code: 'BETTER_SCORE'; readonly part: string }
  /** By law now, or no longer by law. */
  | { readonly code: 'OTHER_CHOICE'; readonly choice: string };

/** Undefined when both decisions send the request to the same office and institution. */
export function moveReason(before: Decision, after: Decision): MoveReason | undefined {
  if (before.node.code !== after.node.code) return { code: 'OTHER_OFFICE' };
  const [from, to] = [before.institution, after.institution];
  if (from.id === to.id) return undefined;
  if (from.id !== undefined) {
    const verdict = failedVerdict(candidate(after, from.id));
    if (verdict !== undefined) return { code: 'NO_LONGER_ELIGIBLE', verdict };
  }
  if (to.id !== undefined) {
    const verdict = failedVerdict(candidate(before, to.id));
    if (verdict !== undefined) return { code: 'NEWLY_ELIGIBLE', verdict };
  }
  if (from.choice !== to.choice) return { code: 'OTHER_CHOICE', choice: to.choice };
  const part = strongestPart(candidate(after, from.id)?.score, candidate(after, to.id)?.score);
  return part === undefined ? { code: 'OTHER_CHOICE', choice: to.choice } : { code: 'BETTER_SCORE', part };
}

function candidate({ candidates }: Decision, id: string | undefined): Candidate | undefined {
  return candidates.find(({ institutionId }) => institutionId === id);
}

function failedVerdict(found: Candidate | undefined): string | undefined {
  return found && Object.values(found.verdicts).find((verdict) => !isFit(verdict));
}

function strongestPart(lesser: Score | undefined, better: Score | undefined): string | undefined {
  if (!lesser || !better) return undefined;
  const parts = Object.entries(better).filter(([part, value]) => part !== 'total' && typeof value === 'number');
  const gains = parts.map(([part, value]) => [part, Number(value) - Number(lesser[part as keyof Score] ?? 0)] as const);
  return [...gains].sort((a, b) => b[1] - a[1])[0]?.[0];
}
