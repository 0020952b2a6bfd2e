/** How long a person may be away before signing in again, and how long one signing-in lasts at most. */
const IDLE_MS = 12 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;

/** A signing-in with the family of refresh tokens that descend from it. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt?: Date;
  /** Where from and with what it was begun. */
  readonly address?: string;
  readonly agent?: string;
}

/** One of the family; each can be used once. */
export interface RefreshToken {
  readonly hash: Buffer;
  readonly expiresAt: Date;
  readonly usedAt?: Date;
}

export type EndReason = 'logout' | 'reuse' | 'account' | 'revoked' | 'password';

/** `reused`: a token that was used before is out of its owner's hands, or in two; the whole family must end. */
export type RefreshVerdict = 'rotate' | 'reused' | 'over';

export const startSession = (
  id: string,
  userId: string,
  at: Date,
  origin: Pick<Session, 'address' | 'agent'> = {},
): Session => ({
  id,
  userId,
  startedAt: at,
  expiresAt: new Date(at.getTime() + LONGEST_MS),
  ...origin,
});

/** A new token lives until its owner has been idle too long, but never longer than its session. */
export function refreshTokenOf(session: Session, hash: Buffer, at: Date): RefreshToken {
  return { hash, expiresAt: new Date(Math.min(at.getTime() + IDLE_MS, session.expiresAt.getTime())) };
}

export function judgeRefresh(session: Session, token: RefreshToken, at: Date): RefreshVerdict {
  if (session.endedAt || session.expiresAt <= at) return 'over';
  if (token.usedAt) return 'reused';
  return token.expiresAt <= at ? 'over' : 'rotate';
}
