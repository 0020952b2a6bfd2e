import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { CredentialCheckHandler, type Credentials } from '../credentials/credential-check.handler.js';
import { SessionOpener } from './session-opener.service.js';
import type { TokenPair } from './token-pair.issuer.js';

@Injectable()
export class LogInHandler {
  constructor(
    private readonly credentials: CredentialCheckHandler,
    private readonly opener: SessionOpener,
    private readonly clock: Clock,
  ) {}

  async execute(given: Credentials): Promise<TokenPair> {
    const at = this.clock.now();
    return this.opener.open(await this.credentials.execute(given, at), at);
  }
}
