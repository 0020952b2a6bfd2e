import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@nqi/platform';
import { auditActorOf, type AccountProfile } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { SessionRepository } from '../sessions/session.repository.js';

/** Puts a new hash in the place of the old one. Every session of the account ends with it. */
@Injectable()
export class PasswordSetter {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** Belongs inside a transaction. */
  async set(profile: AccountProfile, hash: string, action: string, at: Date): Promise<void> {
    await this.accounts.setPassword(profile.id, hash, at);
    await this.sessions.endAll(profile.id, 'password', at);
    await this.trail.note({
      action,
      outcome: 'success',
      actor: auditActorOf(profile),
      subject: { kind: 'account', id: profile.id },
    });
  }
}
