const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Rests after the first, second … failed attempt; the last one repeats. */
const RESTS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR];
/** Rests are longer by up to this share, so that what failed together does not come back together. */
const SPREAD = 0.1;

/** When to try again after so many attempts, undefined when that would be past the end. `chance` lies in [0, 1). */
export function nextAttempt(attempts: number, now: Date, giveUpAt: Date, chance: number): Date | undefined {
  const rest = RESTS[Math.min(Math.max(attempts, 1), RESTS.length) - 1] ?? HOUR;
  const at = new Date(now.getTime() + Math.round(rest * (1 + SPREAD * chance)));
  return at <= giveUpAt ? at : undefined;
}
