import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, Unauthenticated } from '@nqi/platform';
import type { AccountProfile } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { judgeRefresh, refreshTokenOf } from './session.js';
import { SessionRepository } from './session.repository.js';
import { TokenPairIssuer, type TokenPair } from './token-pair.issuer.js';

interface Renewed {
  readonly profile: AccountProfile;
  readonly sessionId: string;
}

/** Exchanges a refresh token for a new pair. A token that comes twice ends its whole session, for thief and owner alike. */
@Injectable()
export class RefreshSessionHandler {
  private readonly logger = new Logger(RefreshSessionHandler.name);

  constructor(
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly tokens: TokenPairIssuer,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(refreshToken: string): Promise<TokenPair> {
    const at = this.clock.now();
    const next = this.tokens.newRefreshToken();
    const renewed = await this.database.transaction(() => this.rotate(refreshToken, next.hash, at));
    // Thrown outside, because a session that ends for reuse must stay ended.
    if (!renewed) throw new Unauthenticated('refresh');
    return this.tokens.pair(renewed.profile, renewed.sessionId, next.text, at);
  }

  private async rotate(refreshToken: string, nextHash: Buffer, at: Date): Promise<Renewed | undefined> {
    const known = await this.sessions.lock(this.tokens.hashOf(refreshToken));
    if (!known) return undefined;
    const { session, token } = known;
    const verdict = judgeRefresh(session, token, at);
    if (verdict === 'reused') {
      this.logger.warn(`session ${session.id} of user ${session.userId} ends: a refresh token came twice`);
      await this.sessions.end(session.id, 'reuse', at);
      await this.trail.note({
        action: 'session.refresh-token-reused',
        outcome: 'denied',
        subject: { kind: 'session', id: session.id },
        details: { userId: session.userId },
      });
    }
    if (verdict !== 'rotate') return undefined;
    const profile = await this.accounts.activeProfile(session.userId);
    if (profile) await this.sessions.rotate(known, refreshTokenOf(session, nextHash, at), at);
    return profile && { profile, sessionId: session.id };
  }
}
