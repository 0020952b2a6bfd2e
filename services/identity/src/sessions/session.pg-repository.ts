import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import type { EndReason, RefreshToken, Session } from './session.js';
import { SessionRepository, type KnownToken, type OpenSession } from './session.repository.js';

const KEEP_ENDED_MS = 30 * 24 * 3_600_000;

const START = `
  WITH dropped AS (DELETE FROM session WHERE user_id = $2 AND expires_at < $5),
       started AS (INSERT INTO session (id, user_id, started_at, expires_at, used_at, address, agent)
                   VALUES ($1, $2, $3, $4, $3, $8, $9))
  INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES ($6, $1, $7)`;
const LOCK = `
  SELECT t.token_hash, t.expires_at, t.used_at,
         s.id, s.user_id, s.started_at, s.expires_at AS session_expires_at, s.ended_at
  FROM refresh_token t JOIN session s ON s.id = t.session_id
  WHERE t.token_hash = $1
  FOR UPDATE`;
const ROTATE = `
  WITH used AS (UPDATE refresh_token SET used_at = $2 WHERE token_hash = $1),
       seen AS (UPDATE session SET used_at = $2 WHERE id = $4)
  INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES ($3, $4, $5)`;
const END = `UPDATE session SET ended_at = $3, end_reason = $2 WHERE id = $1 AND ended_at IS NULL`;
const END_OF = `
  UPDATE session SET ended_at = $3, end_reason = 'logout'
  WHERE user_id = $1 AND ended_at IS NULL
    AND ($2::bytea IS NULL OR id = (SELECT session_id FROM refresh_token WHERE token_hash = $2))`;

const REVOKE = `
  UPDATE session SET ended_at = $3, end_reason = 'revoked' WHERE id = $2 AND user_id = $1 AND ended_at IS NULL`;
const END_ALL = `UPDATE session SET ended_at = $3, end_reason = $2 WHERE user_id = $1 AND ended_at IS NULL`;
/** A session whose last refresh token is idle too long is over as well. */
const OPEN = `
  SELECT id, user_id, started_at, expires_at, coalesce(used_at, started_at) AS used_at, address, agent
  FROM session s
  WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2
    AND EXISTS (SELECT 1 FROM refresh_token t WHERE t.session_id = s.id AND t.used_at IS NULL AND t.expires_at > $2)
  ORDER BY used_at DESC, id LIMIT 100`;

interface OpenRow {
  id: string;
  user_id: string;
  started_at: Date;
  expires_at: Date;
  used_at: Date;
  address: string | null;
  agent: string | null;
}

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
      session.address ?? null,
      session.agent ?? null,
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

  async revoke(userId: string, sessionId: string, at: Date): Promise<boolean> {
    return (await this.database.write(REVOKE, [userId, sessionId, at])) > 0;
  }

  endAll(userId: string, reason: EndReason, at: Date): Promise<number> {
    return this.database.write(END_ALL, [userId, reason, at]);
  }

  async listOpen(userId: string, at: Date): Promise<OpenSession[]> {
    const rows = await this.database.query<OpenRow>(OPEN, [userId, at]);
    return rows.map((row) => ({
      id: row.id,
      userId: row.user_id,
      startedAt: row.started_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      address: row.address ?? undefined,
      agent: row.agent ?? undefined,
    }));
  }
}
