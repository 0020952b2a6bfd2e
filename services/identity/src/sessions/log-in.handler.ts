import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { CredentialCheckHandler } from './credential-check.handler.js';
import { refreshTokenOf, startSession } from './session.js';
import { SessionRepository } from './session.repository.js';
import { TokenPairIssuer, type TokenPair } from './token-pair.issuer.js';

export interface LogIn {
  readonly username: string;
  readonly password: string;
}

@Injectable()
export class LogInHandler {
  constructor(
    private readonly credentials: CredentialCheckHandler,
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenPairIssuer,
    private readonly clock: Clock,
  ) {}

  async execute({ username, password }: LogIn): Promise<TokenPair> {
    const at = this.clock.now();
    const profile = await this.credentials.execute(username, password, at);
    const session = startSession(newId(), profile.id, at);
    const { text, hash } = this.tokens.newRefreshToken();
    await this.sessions.start(session, refreshTokenOf(session, hash, at));
    return this.tokens.pair(profile, text, at);
  }
}
