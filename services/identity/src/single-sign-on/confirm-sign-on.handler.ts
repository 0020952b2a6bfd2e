import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AccountRepository } from '../accounts/account.repository.js';
import { CredentialCheckHandler } from '../credentials/credential-check.handler.js';
import { oneTimeHash } from '../credentials/one-time-token.codec.js';
import type { TokenPair } from '../sessions/token-pair.issuer.js';
import { LinkedSignIn } from './linked-sign-in.service.js';
import { SignOnAttemptRepository } from './sign-on-attempt.repository.js';
import { ticketVoid } from './sign-on-problems.js';

/** Our own second factor after a provider's first. A wrong code leaves the ticket good, and counts for the lock. */
@Injectable()
export class ConfirmSignOnHandler {
  constructor(
    private readonly attempts: SignOnAttemptRepository,
    private readonly accounts: AccountRepository,
    private readonly credentials: CredentialCheckHandler,
    private readonly signIn: LinkedSignIn,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(text: string, code: string): Promise<TokenPair> {
    const at = this.clock.now();
    const ticket = await this.attempts.findTicket(oneTimeHash(text), at);
    const profile = ticket?.userId && (await this.accounts.activeProfile(ticket.userId));
    if (!ticket || !profile) throw ticketVoid();
    await this.credentials.codeOf(profile, code, at);
    return this.database.transaction(async () => {
      if (!(await this.attempts.useTicket(ticket.tokenHash, at))) throw ticketVoid();
      return this.signIn.enter(profile, ticket, at);
    });
  }
}
