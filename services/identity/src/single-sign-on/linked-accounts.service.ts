import { Injectable } from '@nestjs/common';
import type { AccountProfile } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { ExternalIdentityRepository } from '../external-identities/external-identity.repository.js';
import { vouchedUsername, type ExternalClaims, type SignOnProvider } from './sign-on-provider.js';

/** Finds the account of somebody whom a provider vouches for. */
@Injectable()
export class LinkedAccounts {
  constructor(
    private readonly identities: ExternalIdentityRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /** By the link, else by a user name that the provider is believed in; `off` for a linked account out of use. */
  async accountOf(provider: SignOnProvider, claims: ExternalClaims): Promise<AccountProfile | 'off' | undefined> {
    const identity = await this.identities.find(claims.issuer, claims.subject);
    if (identity) return (await this.accounts.activeProfile(identity.userId)) ?? 'off';
    const username = vouchedUsername(provider, claims);
    const profile = username && (await this.accounts.credentialsOf(username))?.profile;
    return profile && profile.active ? profile : undefined;
  }
}
