import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, CallContext } from '@nqi/platform';
import { auditActorOf } from '../accounts/account.js';
import { CredentialCheckHandler, type Credentials } from '../credentials/credential-check.handler.js';
import { refreshTokenOf, startSession } from './session.js';
import { SessionRepository } from './session.repository.js';
import { TokenPairIssuer, type TokenPair } from './token-pair.issuer.js';

@Injectable()
export class LogInHandler {
  constructor(
    private readonly credentials: CredentialCheckHandler,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenPairIssuer,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(given: Credentials): Promise<TokenPair> {
    const at = this.clock.now();
    const profile = await this.credentials.execute(given, at);
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
      });
    });
    return this.tokens.pair(profile, session.id, text, at);
  }
}
