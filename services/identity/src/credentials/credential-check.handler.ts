import { Injectable } from '@nestjs/common';
import { DomainError } from '@nqi/kernel';
import { AuditTrail, Unauthenticated } from '@nqi/platform';
import type { AccountProfile } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { assertNotLocked } from '../sessions/login-throttle.js';
import { LoginThrottleRepository } from '../sessions/login-throttle.repository.js';
import { SecondFactorCheck } from './second-factor-check.service.js';

/** What somebody says to show who they are. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** From the authenticator app, or a recovery code. */
  readonly code?: string;
}

/** Throws what speaks against somebody whose password was right. */
export type Proof = (profile: AccountProfile) => Promise<void>;

/** Tells whose name, password and code these are, as slowly for nobody's as for somebody's, and counts failures. */
@Injectable()
export class CredentialCheckHandler {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordHasher,
    private readonly secondFactor: SecondFactorCheck,
    private readonly throttle: LoginThrottleRepository,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Throws Unauthenticated for a wrong pair; `forbidden` while the name is locked, be the password right or not, and
   * for what `prove` has against them, which asks for the second factor unless the caller has something else in mind.
   */
  async execute(given: Credentials, at: Date, prove: Proof = this.bySecondFactor(given, at)): Promise<AccountProfile> {
    const { username, password } = given;
    assertNotLocked(await this.throttle.find(username), at);
    const known = await this.accounts.credentialsOf(username);
    const matches = await this.passwords.verify(known?.passwordHash, password);
    if (!known?.profile.active || !matches) {
      await this.fail(username, known?.profile, 'password', at);
      throw new Unauthenticated('credentials');
    }
    await this.proveOrCount(known.profile, prove, at);
    return known.profile;
  }

  /** The code of somebody whom a provider vouches for, instead of a password; failures count as they do with one. */
  async codeOf(profile: AccountProfile, code: string, at: Date): Promise<void> {
    assertNotLocked(await this.throttle.find(profile.username), at);
    await this.proveOrCount(profile, (who) => this.secondFactor.assert(who, code, at, false), at);
  }

  /** `enrolling` lets staff through who have no app yet. */
  bySecondFactor({ code }: Credentials, at: Date, enrolling = false): Proof {
    return (profile) => this.secondFactor.assert(profile, code, at, enrolling);
  }

  private async proveOrCount(profile: AccountProfile, prove: Proof, at: Date): Promise<void> {
    await prove(profile).catch(async (error: unknown) => {
      // Only a wrong code is a guess; who has not been asked for one yet has not failed.
      if (error instanceof DomainError && error.code === 'AUTH.SECOND_FACTOR_WRONG')
        await this.fail(profile.username, profile, 'code', at);
      throw error;
    });
    // Many guesses at the same instant all pass the first look; none of them passes once five have failed.
    assertNotLocked(await this.throttle.forget(profile.username, at), at);
  }

  /** Names that nobody has stay out of the trail: people type passwords into the wrong field. */
  private async fail(username: string, profile: AccountProfile | undefined, what: string, at: Date): Promise<void> {
    await this.throttle.recordFailure(username, at);
    await this.trail.note({
      action: 'login.failed',
      outcome: 'denied',
      subject: profile && { kind: 'account', id: profile.id },
      details: profile ? { username: profile.username, what } : { what: 'unknown name' },
    });
  }
}
