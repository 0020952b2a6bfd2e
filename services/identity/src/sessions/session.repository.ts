import type { EndReason, RefreshToken, Session } from './session.js';

export interface KnownToken {
  readonly session: Session;
  readonly token: RefreshToken;
}

export abstract class SessionRepository {
  /** Keeps a new session with its first token and drops the same user's sessions that are long over. */
  abstract start(session: Session, token: RefreshToken): Promise<void>;

  /** The token and its session, held against changes until the transaction ends. */
  abstract lock(tokenHash: Buffer): Promise<KnownToken | undefined>;

  /** The old token is used up, the new one takes its place. */
  abstract rotate(known: KnownToken, next: RefreshToken, at: Date): Promise<void>;

  abstract end(sessionId: string, reason: EndReason, at: Date): Promise<void>;

  /** Ends every session of a user, or the one that a token belongs to when it is the user's. */
  abstract endOf(userId: string, tokenHash: Buffer | undefined, at: Date): Promise<void>;
}
