import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail } from '@nqi/platform';
import { auditActorOf } from '../accounts/account.js';
import { CredentialCheckHandler, type Credentials } from './credential-check.handler.js';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.codec.js';
import { codeWrong } from './second-factor-policy.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { matchingStep, newTotpSecret, otpauthUrl, toBase32 } from './totp.codec.js';

export interface OfferedFactor {
  /** To type into an app that cannot read the address. */
  readonly secret: string;
  readonly otpauthUrl: string;
}

/**
 * Binds an authenticator app in two steps: a secret is offered, and a code made of it confirms that the app has it.
 * Both want name and password anew, the first also the code of the app bound before when there is one.
 */
@Injectable()
export class EnrolSecondFactorHandler {
  constructor(
    private readonly credentials: CredentialCheckHandler,
    private readonly factors: SecondFactorRepository,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async offer(given: Credentials): Promise<OfferedFactor> {
    const at = this.clock.now();
    const profile = await this.credentials.execute(given, at, this.credentials.bySecondFactor(given, at, true));
    const secret = newTotpSecret();
    await this.factors.offer(profile.id, secret);
    return { secret: toBase32(secret), otpauthUrl: otpauthUrl(secret, profile.username) };
  }

  /**
   * `newCode` is of the offered secret, which nobody knows who has not passed the first step; a wrong one counts as a
   * failure to sign in. Resolves with recovery codes, which are never shown again.
   */
  async confirm(given: Credentials, newCode: string): Promise<{ recoveryCodes: readonly string[] }> {
    const at = this.clock.now();
    const recoveryCodes = newRecoveryCodes();
    await this.credentials.execute(given, at, async (profile) => {
      const step = await this.stepOfOffered(profile.id, newCode, at);
      const hashes = recoveryCodes.map((code) => recoveryHash(profile.id, code));
      await this.database.transaction(async () => {
        await this.factors.bind(profile.id, step, hashes);
        await this.trail.note({
          action: 'second-factor.bound',
          outcome: 'success',
          actor: auditActorOf(profile),
          subject: { kind: 'account', id: profile.id },
        });
      });
    });
    return { recoveryCodes };
  }

  private async stepOfOffered(userId: string, code: string, at: Date): Promise<number> {
    const { pending } = await this.factors.find(userId);
    if (!pending) {
      throw new DomainError('SECOND_FACTOR.NOT_OFFERED', 'conflict', {
        zh: '请先获取新的验证器密钥',
        en: 'Ask for a new authenticator secret first',
      });
    }
    const step = matchingStep(pending, code.trim(), at, 0);
    if (step === undefined) throw codeWrong('/newCode');
    return step;
  }
}
