/** What of a signing key decides when it is used. */
export interface RingKey {
  readonly kid: string;
  /** Milliseconds since 1970; 0 for a key that always could. */
  readonly signsFrom: number;
}

/** A new key is published this long before it signs, so that every verifier has had time to fetch it. */
export const LEAD_MS = 5 * 60_000;
/** A key stays published this long after another took over: longer than the last token it signed lives. */
export const OVERLAP_MS = 17 * 60_000;

/** The youngest key whose time has come, of several of one age the first; the oldest when no time has come yet. */
export function signerOf<Key extends RingKey>(keys: readonly Key[], at: Date): Key | undefined {
  const ready = keys.filter(({ signsFrom }) => signsFrom <= at.getTime());
  if (ready.length > 0) return ready.reduce((best, key) => (best.signsFrom >= key.signsFrom ? best : key));
  return [...keys].sort((a, b) => a.signsFrom - b.signsFrom)[0];
}

/** Keys that verifiers may still need: those to come, the one that signs, and those whose last tokens are not yet over. */
export function publishedOf<Key extends RingKey>(keys: readonly Key[], at: Date): Key[] {
  return keys.filter(({ signsFrom }) =>
    keys.every((other) => other.signsFrom <= signsFrom || other.signsFrom + OVERLAP_MS > at.getTime()),
  );
}

/** True when the signing key is too old and none is waiting to take over. */
export function isRotationDue(keys: readonly RingKey[], at: Date, longestMs: number): boolean {
  const waiting = keys.some(({ signsFrom }) => signsFrom > at.getTime());
  return !waiting && at.getTime() - (signerOf(keys, at)?.signsFrom ?? 0) >= longestMs;
}
