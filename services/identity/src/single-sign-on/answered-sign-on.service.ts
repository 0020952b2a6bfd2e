import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { AuditTrail } from '@nqi/platform';
import { oneTimeHash } from '../credentials/one-time-token.codec.js';
import { OpenIdClient, type SignOnAnswer } from './open-id.client.js';
import { stateVoid } from './sign-on-problems.js';
import { SignOnAttemptRepository } from './sign-on-attempt.repository.js';
import type { ExternalClaims, SignOnProvider } from './sign-on-provider.js';
import { SignOnProviders } from './sign-on-providers.file-store.js';

/** What the browser brings back from a provider, and the proof that it was sent there by us. */
export interface BroughtAnswer extends SignOnAnswer {
  readonly proof: string;
}

/** Believes an answer once, and only of the browser, and for the account, that the attempt was begun for. */
@Injectable()
export class AnsweredSignOn {
  constructor(
    private readonly providers: SignOnProviders,
    private readonly openId: OpenIdClient,
    private readonly attempts: SignOnAttemptRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whatever comes of it, the attempt is used up. Throws `forbidden` or `unavailable`. */
  async claimsOf(
    { proof, ...answer }: BroughtAnswer,
    userId?: string,
  ): Promise<{ provider: SignOnProvider; claims: ExternalClaims; at: Date }> {
    const at = this.clock.now();
    const attempt = await this.attempts.take(oneTimeHash(answer.state), at);
    const provider = attempt && this.providers.list.find(({ id }) => id === attempt.provider);
    const ours = attempt && timingSafeEqual(attempt.proofHash, oneTimeHash(proof)) && attempt.userId === userId;
    if (!provider || !ours) throw await this.refused(stateVoid(), attempt?.provider);
    const { nonce, verifier } = attempt;
    try {
      const claims = await this.openId.claims(provider, answer, { state: answer.state, nonce, verifier });
      return { provider, claims, at };
    } catch (error) {
      throw error instanceof DomainError && error.kind === 'forbidden' ? await this.refused(error, provider.id) : error;
    }
  }

  /** Puts a refusal on record and gives it back to be thrown. */
  async refused(error: DomainError, provider: string | undefined): Promise<DomainError> {
    await this.trail.note({ action: 'sign-on.refused', outcome: 'denied', details: { provider, what: error.code } });
    return error;
  }
}
