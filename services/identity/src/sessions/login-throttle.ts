import { DomainError } from '@nqi/kernel';

/** What is remembered of a user name that somebody failed to sign in with. */
export interface ThrottleState {
  readonly failures: number;
  readonly lastFailedAt: Date;
  readonly lockedUntil?: Date;
}

const FREE_FAILURES = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60_000;
/** Failures older than this count no more. */
export const FORGET_AFTER_MS = 24 * 3_600_000;

/** Counts one more failure. From the fifth on every failure locks the name, each time twice as long, at most a quarter of an hour. */
export function afterFailure(state: ThrottleState | undefined, at: Date): ThrottleState {
  const forgotten = !state || at.getTime() - state.lastFailedAt.getTime() > FORGET_AFTER_MS;
  const failures = forgotten ? 1 : state.failures + 1;
  if (failures < FREE_FAILURES) return { failures, lastFailedAt: at };
  const lock = Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS);
  return { failures, lastFailedAt: at, lockedUntil: new Date(at.getTime() + lock) };
}

/** Throws `forbidden` while the name is locked, with the seconds left; says nothing of whether the account exists. */
export function assertNotLocked(state: ThrottleState | undefined, at: Date): void {
  const left = (state?.lockedUntil?.getTime() ?? 0) - at.getTime();
  if (left <= 0) return;
  const seconds = Math.ceil(left / 1_000);
  throw new DomainError(
    'AUTH.LOCKED',
    'forbidden',
    {
      zh: `登录失败次数过多，请 ${seconds} 秒后再试`,
      en: `Too many failed attempts; please try again in ${seconds} seconds`,
    },
    { retryAfterSeconds: seconds },
  );
}
