import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { EndReason, RefreshToken, Session } from './session.js';
import { SessionRepository, type KnownToken } from './session.repository.js';

const KEEP_ENDED_MS = 30 * 24 * 3_600_000;

const START = `
  WITH dropped AS (DELETE FROM session WHERE user_id = $2 AND expires_at < $5),
       started AS (INSERT INTO session (id, user_id, started_at, expires_at) VALUES ($1, $2, $3, $4))
  INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES ($6, $1, $7)`;
const LOCK = `
  SELECT t.token_hash, t.expires_at, t.used_at,
         s.id, s.user_id, s.started_at, s.expires_at AS session_expires_at, s.ended_at
  FROM refresh_token t JOIN session s ON s.id = t.session_id
  WHERE t.token_hash = $1
  FOR UPDATE`;
const ROTATE = `
  WITH used AS (UPDATE refresh_token SET used_at = $2 WHERE token_hash = $1)
  INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES ($3, $4, $5)`;
const END = `UPDATE session SET ended_at = $3, end_reason = $2 WHERE id = $1 AND ended_at IS NULL`;
const END_OF = `
  UPDATE session SET ended_at = $3, end_reason = 'logout'
  WHERE user_id = $1 AND ended_at IS NULL
    AND ($2::bytea IS NULL OR id = (SELECT session_id FROM refresh_token WHERE token_hash = $2))`;

interface KnownRow {
  token_hash: Buffer;
  expires_at: Date;
  used_at: Date | null;
  id: string;
  user_id: string;
  started_at: Date;
  session_expires_at: Date;
  ended_at: Date | null;
}

@Injectable()
export class PgSessionRepository extends SessionRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async start(session: Session, token: RefreshToken): Promise<void> {
    await this.database.write(START, [
      session.id,
      session.userId,
      session.startedAt,
      session.expiresAt,
      new Date(session.startedAt.getTime() - KEEP_ENDED_MS),
      token.hash,
      token.expiresAt,
    ]);
  }

  async lock(tokenHash: Buffer): Promise<KnownToken | undefined> {
    const [row] = await this.database.query<KnownRow>(LOCK, [tokenHash]);
    if (!row) return undefined;
    return {
      token: { hash: row.token_hash, expiresAt: row.expires_at, usedAt: row.used_at ?? undefined },
      session: {
        id: row.id,
        userId: row.user_id,
        startedAt: row.started_at,
        expiresAt: row.session_expires_at,
        endedAt: row.ended_at ?? undefined,
      },
    };
  }

  async rotate({ session, token }: KnownToken, next: RefreshToken, at: Date): Promise<void> {
    await this.database.write(ROTATE, [token.hash, at, next.hash, session.id, next.expiresAt]);
  }

  async end(sessionId: string, reason: EndReason, at: Date): Promise<void> {
    await this.database.write(END, [sessionId, reason, at]);
  }

  async endOf(userId: string, tokenHash: Buffer | undefined, at: Date): Promise<void> {
    await this.database.write(END_OF, [userId, tokenHash ?? null, at]);
  }
}
