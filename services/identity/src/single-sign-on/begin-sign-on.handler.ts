import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import { newOneTimeToken } from '../credentials/one-time-token.codec.js';
import { OpenIdClient } from './open-id.client.js';
import { SignOnAttemptRepository } from './sign-on-attempt.repository.js';
import { SignOnProviders } from './sign-on-providers.file-store.js';

const LASTS_MS = 10 * 60_000;

export interface SignOnBegun {
  readonly authorizationUrl: string;
  /** Stays with the browser and comes back with the answer, so that nobody is signed in by a link of somebody else's. */
  readonly proof: string;
}

/** Sends a person to a provider: to sign in, or to link the account they are signed in to. */
@Injectable()
export class BeginSignOnHandler {
  constructor(
    private readonly providers: SignOnProviders,
    private readonly openId: OpenIdClient,
    private readonly attempts: SignOnAttemptRepository,
    private readonly clock: Clock,
  ) {}

  async execute(providerId: string, userId?: string): Promise<SignOnBegun> {
    const provider = this.providers.get(providerId);
    const at = this.clock.now();
    const state = newOneTimeToken();
    const proof = newOneTimeToken();
    const nonce = randomNonce();
    const verifier = randomPKCECodeVerifier();
    const url = await this.openId.authorizationUrl(provider, { state: state.text, nonce, verifier });
    const expiresAt = new Date(at.getTime() + LASTS_MS);
    const hashes = { stateHash: state.hash, proofHash: proof.hash };
    await this.attempts.begin({ ...hashes, provider: provider.id, userId, nonce, verifier, expiresAt }, at);
    return { authorizationUrl: url.href, proof: proof.text };
  }
}
