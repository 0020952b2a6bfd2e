import { Injectable } from '@nestjs/common';
import { DomainError, normalizeUscc } from '@nqi/kernel';
import type { AccountProfile } from '../accounts/account.js';
import { newOneTimeToken } from '../credentials/one-time-token.codec.js';
import { SecondFactorCheck } from '../credentials/second-factor-check.service.js';
import { EnterpriseRepository } from '../organizations/enterprise.repository.js';
import type { TokenPair } from '../sessions/token-pair.issuer.js';
import { AnsweredSignOn, type BroughtAnswer } from './answered-sign-on.service.js';
import { LinkedAccounts } from './linked-accounts.service.js';
import { LinkedSignIn } from './linked-sign-in.service.js';
import { accountOff, notLinked } from './sign-on-problems.js';
import { SignOnAttemptRepository, type SignOnTicket } from './sign-on-attempt.repository.js';
import { askedSecondFactor, vouchedEnterprise, type ExternalClaims, type SignOnProvider } from './sign-on-provider.js';

const CODE_LASTS_MS = 10 * 60_000;
const REGISTRATION_LASTS_MS = 30 * 60_000;

export type SignOnOutcome =
  | { readonly outcome: 'SIGNED_IN'; readonly tokens: TokenPair }
  /** The provider has not asked for a second factor: ours is wanted with the ticket. */
  | { readonly outcome: 'CODE_NEEDED'; readonly ticket: string }
  | {
      readonly outcome: 'REGISTRATION';
      readonly ticket: string;
      readonly enterprise: { readonly uscc: string; readonly name: string };
    };

/** Somebody comes back from a provider: signs in, is asked for a code, or may register their enterprise. */
@Injectable()
export class CompleteSignOnHandler {
  constructor(
    private readonly answers: AnsweredSignOn,
    private readonly accounts: LinkedAccounts,
    private readonly enterprises: EnterpriseRepository,
    private readonly secondFactor: SecondFactorCheck,
    private readonly signIn: LinkedSignIn,
    private readonly attempts: SignOnAttemptRepository,
  ) {}

  /** Throws `forbidden` for whom no account is linked; nobody gets one here. */
  async execute(answer: BroughtAnswer): Promise<SignOnOutcome> {
    const { provider, claims, at } = await this.answers.claimsOf(answer);
    const profile = await this.accounts.accountOf(provider, claims);
    if (profile === 'off') throw await this.answers.refused(accountOff(), provider.id);
    if (profile) return this.enter(profile, provider, claims, at);
    const enterprise = vouchedEnterprise(provider, claims);
    if (!enterprise || (await this.enterprises.isRegistered(normalizeUscc(enterprise.uscc))))
      throw await this.answers.refused(notLinked(), provider.id);
    const ticket = await this.ticket(claims, { provider: provider.id, enterprise }, REGISTRATION_LASTS_MS, at);
    return { outcome: 'REGISTRATION', ticket, enterprise };
  }

  private async enter(
    profile: AccountProfile,
    provider: SignOnProvider,
    claims: ExternalClaims,
    at: Date,
  ): Promise<SignOnOutcome> {
    if (!askedSecondFactor(provider, claims) && (await this.wantsCode(profile, at))) {
      const ticket = await this.ticket(claims, { provider: provider.id, userId: profile.id }, CODE_LASTS_MS, at);
      return { outcome: 'CODE_NEEDED', ticket };
    }
    const { issuer, subject } = claims;
    const tokens = await this.signIn.enter(profile, { issuer, subject, provider: provider.id }, at);
    return { outcome: 'SIGNED_IN', tokens };
  }

  /** Throws `forbidden` for staff who have no app yet: it is bound by password. */
  private async wantsCode(profile: AccountProfile, at: Date): Promise<boolean> {
    try {
      await this.secondFactor.assert(profile, undefined, at, false);
      return false;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'AUTH.SECOND_FACTOR_NEEDED') return true;
      throw error;
    }
  }

  private async ticket(
    { issuer, subject }: ExternalClaims,
    holder: Pick<SignOnTicket, 'provider' | 'userId' | 'enterprise'>,
    lastsMs: number,
    at: Date,
  ): Promise<string> {
    const { text, hash } = newOneTimeToken();
    const expiresAt = new Date(at.getTime() + lastsMs);
    await this.attempts.addTicket({ ...holder, tokenHash: hash, issuer, subject, expiresAt });
    return text;
  }
}
