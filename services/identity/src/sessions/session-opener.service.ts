import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, CallContext } from '@nqi/platform';
import { auditActorOf, type AccountProfile } from '../accounts/account.js';
import { refreshTokenOf, startSession } from './session.js';
import { SessionRepository } from './session.repository.js';
import { TokenPairIssuer, type TokenPair } from './token-pair.issuer.js';

/** Begins a session for somebody who has shown who they are, in whichever way. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenPairIssuer,
    private readonly trail: AuditTrail,
    private readonly database: Database,
  ) {}

  /** Joins the transaction around it, if there is one. */
  async open(profile: AccountProfile, at: Date, details?: Record<string, unknown>): Promise<TokenPair> {
    const { address, agent } = CallContext.origin();
    const session = startSession(newId(), profile.id, at, { address, agent });
    const { text, hash } = this.tokens.newRefreshToken();
    await this.database.transaction(async () => {
      await this.sessions.start(session, refreshTokenOf(session, hash, at));
      await this.trail.note({
        action: 'session.started',
        outcome: 'success',
        actor: auditActorOf(profile),
        subject: { kind: 'session', id: session.id },
        ...(details && { details }),
      });
    });
    return this.tokens.pair(profile, session.id, text, at);
  }
}
