import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import {
  ClientSecretBasic,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import { failureOf } from './open-id.failures.js';
import type { ExternalClaims, SignOnProvider } from './sign-on-provider.js';

const TIMEOUT_SECONDS = 10;
/** What a provider says of itself is asked again after this. */
const DISCOVERED_LASTS_MS = 3_600_000;

export interface SignOnSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the provider sends the browser back with. */
export interface SignOnAnswer {
  readonly state: string;
  readonly code?: string;
  readonly error?: string;
  readonly iss?: string;
}

/** Speaks OpenID Connect: authorization code with PKCE, state and nonce; the signature of what comes back is checked. */
@Injectable()
export class OpenIdClient {
  private readonly logger = new Logger(OpenIdClient.name);
  private readonly known = new Map<string, { until: number; configuration: Configuration }>();

  constructor(private readonly clock: Clock) {}

  /** Where the person signs in. Throws `unavailable` while the provider cannot be asked. */
  async authorizationUrl(provider: SignOnProvider, { state, nonce, verifier }: SignOnSecrets): Promise<URL> {
    const configuration = await this.discovered(provider);
    const { acr } = provider.secondFactor;
    return buildAuthorizationUrl(configuration, {
      redirect_uri: provider.redirectUri,
      scope: provider.scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(acr.length > 0 && { acr_values: acr.join(' ') }),
    });
  }

  /** Exchanges the code. Throws `forbidden` for an answer that is not good, `unavailable` for none. */
  async claims(
    provider: SignOnProvider,
    answer: SignOnAnswer,
    { nonce, verifier }: SignOnSecrets,
  ): Promise<ExternalClaims> {
    const configuration = await this.discovered(provider);
    const back = new URL(provider.redirectUri);
    for (const [name, value] of Object.entries(answer)) if (value) back.searchParams.set(name, String(value));
    return this.ask(provider, async () => {
      const tokens = await authorizationCodeGrant(configuration, back, {
        expectedState: answer.state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const said = tokens.claims();
      if (!said) throw new TypeError('an ID token was asked for');
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await fetchUserInfo(configuration, tokens.access_token, said.sub)
        : {};
      // How somebody signed in is believed from the signed token alone.
      const all = { ...more, acr: undefined, amr: undefined, ...said };
      return { issuer: said.iss, subject: said.sub, all };
    });
  }

  private async discovered(provider: SignOnProvider): Promise<Configuration> {
    const now = this.clock.now().getTime();
    const known = this.known.get(provider.id);
    if (known && known.until > now) return known.configuration;
    const configuration = await this.ask(provider, () => {
      const issuer = new URL(provider.issuer);
      return discovery(issuer, provider.clientId, undefined, ClientSecretBasic(provider.clientSecret), {
        timeout: TIMEOUT_SECONDS,
        execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
      });
    });
    this.known.set(provider.id, { until: now + DISCOVERED_LASTS_MS, configuration });
    return configuration;
  }

  private async ask<T>({ id }: SignOnProvider, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'forbidden') this.logger.warn(`provider ${id}: ${String(error)}`);
      throw failure;
    }
  }
}
