import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { SessionRepository } from './session.repository.js';
import { TokenPairIssuer } from './token-pair.issuer.js';

/** Ends the session of a refresh token, or all of the user's; ending what has ended is no failure. */
@Injectable()
export class LogOutHandler {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenPairIssuer,
    private readonly clock: Clock,
  ) {}

  async execute(userId: string, refreshToken: string | undefined): Promise<void> {
    const hash = refreshToken === undefined ? undefined : this.tokens.hashOf(refreshToken);
    await this.sessions.endOf(userId, hash, this.clock.now());
  }
}
