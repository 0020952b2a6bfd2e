import type { EndReason, RefreshToken, Session } from './session.js';

export interface KnownToken {
  readonly session: Session;
  readonly token: RefreshToken;
}

/** A session as its owner sees it. */
export interface OpenSession extends Session {
  readonly usedAt: Date;
}

export abstract class SessionRepository {
  /** Keeps a new session with its first token and drops the same user's sessions that are long over. */
  abstract start(session: Session, token: RefreshToken): Promise<void>;

  /** The token and its session, held against changes until the transaction ends. */
  abstract lock(tokenHash: Buffer): Promise<KnownToken | undefined>;

  /** The old token is used up, the new one takes its place. */
  abstract rotate(known: KnownToken, next: RefreshToken, at: Date): Promise<void>;

  abstract end(sessionId: string, reason: EndReason, at: Date): Promise<void>;

  /** Ends one of a user's sessions; false when it is not theirs or has ended. */
  abstract revoke(userId: string, sessionId: string, at: Date): Promise<boolean>;

  /** Ends all of a user's sessions and says how many there were. */
  abstract endAll(userId: string, reason: EndReason, at: Date): Promise<number>;

  /** A user's sessions that are not over, the latest first. */
  abstract listOpen(userId: string, at: Date): Promise<OpenSession[]>;

  /** Ends every session of a user, or the one that a token belongs to when it is the user's. */
  abstract endOf(userId: string, tokenHash: Buffer | undefined, at: Date): Promise<void>;
}
