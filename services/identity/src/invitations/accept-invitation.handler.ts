import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail } from '@nqi/platform';
import { assertFreeToTake, auditActorOf, usernameTaken } from '../accounts/account.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { NewPasswords } from '../accounts/new-passwords.service.js';
import { oneTimeHash } from '../credentials/one-time-token.codec.js';
import { invitationVoid } from './invitation.js';
import { InvitationRepository } from './invitation.repository.js';

export interface Acceptance {
  readonly token: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

/** Somebody takes an invitation and gets an account of the organisation that invited. */
@Injectable()
export class AcceptInvitationHandler {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly accounts: AccountRepository,
    private readonly passwords: NewPasswords,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `forbidden` for an invitation that is void; one whose acceptance fails stays good. */
  execute({ token, username, displayName, password }: Acceptance): Promise<{ userId: string; username: string }> {
    const at = this.clock.now();
    assertFreeToTake(username);
    return this.database.transaction(async () => {
      const invitation = await this.invitations.take(oneTimeHash(token), at);
      if (!invitation) throw invitationVoid();
      const account = {
        id: newId(),
        username,
        displayName: displayName.trim(),
        roles: [invitation.role],
        organizationId: invitation.organizationId,
        active: true,
        changedAt: at,
      };
      const passwordHash = await this.passwords.hash(password, username);
      const added = await this.accounts.addNew([{ ...account, passwordHash, demonstration: false }]);
      if (added.length === 0) throw usernameTaken();
      await this.trail.note({
        action: 'invitation.accepted',
        outcome: 'success',
        actor: auditActorOf(account),
        subject: { kind: 'invitation', id: invitation.id },
        after: { userId: account.id, roles: account.roles },
      });
      return { userId: account.id, username };
    });
  }
}
