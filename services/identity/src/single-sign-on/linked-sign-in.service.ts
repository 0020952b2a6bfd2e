import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail } from '@nqi/platform';
import { auditActorOf, type AccountProfile } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import {
  ExternalIdentityRepository,
  type ExternalIdentity,
} from '../external-identities/external-identity.repository.js';
import { SessionOpener } from '../sessions/session-opener.service.js';
import type { TokenPair } from '../sessions/token-pair.issuer.js';
import { linkedElsewhere } from './sign-on-problems.js';

type Known = Pick<ExternalIdentity, 'issuer' | 'subject' | 'provider'>;

/** Begins the session of somebody whom a provider vouches for; the account's own roles are all they get. */
@Injectable()
export class LinkedSignIn {
  constructor(
    private readonly identities: ExternalIdentityRepository,
    private readonly accounts: AccountRepository,
    private readonly opener: SessionOpener,
    private readonly trail: AuditTrail,
    private readonly database: Database,
  ) {}

  /** An identity that nobody has yet becomes the account's in the same transaction. */
  enter(profile: AccountProfile, known: Known, at: Date): Promise<TokenPair> {
    return this.database.transaction(async () => {
      const { issuer, subject, provider } = known;
      const identity = await this.identities.find(issuer, subject);
      if (identity && identity.userId !== profile.id) throw linkedElsewhere();
      if (!identity) await this.link(profile, known, 'claim', at);
      await this.identities.touch(issuer, subject, at);
      return this.opener.open(profile, at, { provider });
    });
  }

  /** For the owner of an enterprise that has just been registered; belongs inside the transaction that did it. */
  async enterNew(userId: string, known: Known, at: Date): Promise<TokenPair> {
    const profile = await this.accounts.activeProfile(userId);
    if (!profile) throw new Error(`account ${userId} was made in this transaction`);
    await this.link(profile, known, 'registration', at);
    return this.enter(profile, known, at);
  }

  /** Belongs inside a transaction. Throws `conflict` for an identity, or an account, that is linked already. */
  async link(profile: AccountProfile, known: Known, linkedBy: ExternalIdentity['linkedBy'], at: Date): Promise<void> {
    const identity = { ...known, id: newId(), userId: profile.id, linkedBy, linkedAt: at };
    if (!(await this.identities.add(identity))) throw linkedElsewhere();
    await this.trail.note({
      action: 'external-identity.linked',
      outcome: 'success',
      actor: auditActorOf(profile),
      subject: { kind: 'external-identity', id: identity.id },
      after: { userId: profile.id, provider: known.provider, linkedBy },
    });
  }
}
