import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { AuditTrail, Unauthenticated, type Principal } from '@nqi/platform';
import { AccountRepository } from '../accounts/account.repository.js';
import { AnsweredSignOn, type BroughtAnswer } from '../single-sign-on/answered-sign-on.service.js';
import { LinkedSignIn } from '../single-sign-on/linked-sign-in.service.js';
import { lastWayIn, linkedElsewhere, noSuchLink } from '../single-sign-on/sign-on-problems.js';
import { ExternalIdentityRepository, type ExternalIdentity } from './external-identity.repository.js';

/** Somebody who is signed in links their account to a provider's identity, and takes the link away again. */
@Injectable()
export class KeepExternalIdentitiesHandler {
  constructor(
    private readonly answers: AnsweredSignOn,
    private readonly identities: ExternalIdentityRepository,
    private readonly accounts: AccountRepository,
    private readonly links: LinkedSignIn,
    private readonly trail: AuditTrail,
    private readonly database: Database,
  ) {}

  listOf({ userId }: Principal): Promise<ExternalIdentity[]> {
    return this.identities.listOf(userId);
  }

  /** Linking what is linked to this account already is no failure. */
  async link({ userId }: Principal, answer: BroughtAnswer): Promise<void> {
    const { provider, claims, at } = await this.answers.claimsOf(answer, userId);
    const profile = await this.accounts.activeProfile(userId);
    if (!profile) throw new Unauthenticated('invalid');
    const { issuer, subject } = claims;
    const known = await this.identities.find(issuer, subject);
    if (known?.userId === userId) return;
    if (known) throw linkedElsewhere();
    await this.database.transaction(() =>
      this.links.link(profile, { issuer, subject, provider: provider.id }, 'owner', at),
    );
  }

  /** Throws `not_found` for a link that is not the caller's, `conflict` when nothing else would let them in. */
  unlink({ userId }: Principal, id: string): Promise<void> {
    return this.database.transaction(async () => {
      const removed = await this.identities.remove(userId, id);
      if (!removed) throw noSuchLink();
      const others = await this.identities.listOf(userId);
      if (others.length === 0 && !(await this.accounts.hasPassword(userId))) throw lastWayIn();
      await this.trail.note({
        action: 'external-identity.unlinked',
        outcome: 'success',
        subject: { kind: 'external-identity', id },
        before: { userId, provider: removed.provider },
      });
    });
  }
}
