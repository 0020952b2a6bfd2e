import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '@nqi/platform';
import type { AccountProfile } from '../accounts/account.js';
import { isRecoveryCode, recoveryHash } from './recovery-codes.codec.js';
import { codeNeeded, codeWrong, enrolmentNeeded, needsSecondFactor } from './second-factor-policy.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { matchingStep } from './totp.codec.js';

/** Asks for the second factor of somebody whose password was right. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly factors: SecondFactorRepository,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /**
   * Throws `forbidden`: when a code is missing, when it is wrong, and when the account has no app bound although it
   * needs one. `enrolling` people are let through without one, to bind it.
   */
  async assert(profile: AccountProfile, code: string | undefined, at: Date, enrolling: boolean): Promise<void> {
    const { secret, lastStep } = await this.factors.find(profile.id);
    if (!secret) {
      if (needsSecondFactor(profile, this.settings.mode) && !enrolling) throw enrolmentNeeded();
      return;
    }
    if (!code?.trim()) throw codeNeeded();
    const step = matchingStep(secret, code.trim(), at, lastStep);
    const right =
      step === undefined ? await this.isRecovery(profile.id, code, at) : this.factors.useStep(profile.id, step);
    if (!(await right)) throw codeWrong();
  }

  private async isRecovery(userId: string, code: string, at: Date): Promise<boolean> {
    return isRecoveryCode(code) && this.factors.useRecoveryCode(userId, recoveryHash(userId, code), at);
  }
}
