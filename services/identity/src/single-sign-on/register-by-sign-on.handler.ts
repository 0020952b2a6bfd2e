import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { oneTimeHash } from '../credentials/one-time-token.codec.js';
import type { EnterpriseDetails } from '../organizations/enterprise-registration.js';
import { EnterpriseRegistrar } from '../organizations/enterprise-registrar.service.js';
import type { TokenPair } from '../sessions/token-pair.issuer.js';
import { LinkedSignIn } from './linked-sign-in.service.js';
import { SignOnAttemptRepository } from './sign-on-attempt.repository.js';
import { ticketVoid } from './sign-on-problems.js';

/** What the provider does not say. */
export interface RegistrationRest extends Omit<EnterpriseDetails, 'uscc' | 'name'> {
  readonly username: string;
}

/** An enterprise registers by what a provider says of it; its owner has no password and signs in there. */
@Injectable()
export class RegisterBySignOnHandler {
  constructor(
    private readonly attempts: SignOnAttemptRepository,
    private readonly registrar: EnterpriseRegistrar,
    private readonly hasher: PasswordHasher,
    private readonly signIn: LinkedSignIn,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The ticket stays good when something said is wrong, and is used up when the enterprise is registered. */
  async execute(text: string, { username, ...rest }: RegistrationRest): Promise<TokenPair> {
    const at = this.clock.now();
    const ticket = await this.attempts.findTicket(oneTimeHash(text), at);
    if (!ticket?.enterprise) throw ticketVoid();
    const { enterprise, owner } = this.registrar.draft({ ...rest, ...ticket.enterprise }, username, at);
    // Nobody knows it.
    const passwordHash = await this.hasher.hash(randomBytes(32).toString('base64url'));
    return this.database.transaction(async () => {
      if (!(await this.attempts.useTicket(ticket.tokenHash, at))) throw ticketVoid();
      await this.registrar.add(enterprise, { ...owner, passwordHash, hasPassword: false });
      return this.signIn.enterNew(owner.id, ticket, at);
    });
  }
}
