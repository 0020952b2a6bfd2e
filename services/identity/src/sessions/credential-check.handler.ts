import { Injectable } from '@nestjs/common';
import { Unauthenticated } from '@nqi/platform';
import type { AccountProfile } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { assertNotLocked } from './login-throttle.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';

/** Tells whose name and password these are, as slowly for nobody's as for somebody's, and counts failures. */
@Injectable()
export class CredentialCheckHandler {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordHasher,
    private readonly throttle: LoginThrottleRepository,
  ) {}

  /** Throws Unauthenticated for a wrong pair and `forbidden` while the name is locked, be the password right or not. */
  async execute(username: string, password: string, at: Date): Promise<AccountProfile> {
    assertNotLocked(await this.throttle.find(username), at);
    const credentials = await this.accounts.credentialsOf(username);
    const matches = await this.passwords.verify(credentials?.passwordHash, password);
    if (!credentials?.profile.active || !matches) {
      await this.throttle.recordFailure(username, at);
      throw new Unauthenticated('credentials');
    }
    // Many guesses at the same instant all pass the first look; none of them passes once five have failed.
    assertNotLocked(await this.throttle.forget(username, at), at);
    return credentials.profile;
  }
}
