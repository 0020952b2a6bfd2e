import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, type Principal } from '@nqi/platform';
import { newOneTimeToken } from '../credentials/one-time-token.codec.js';
import { assertMayKeep, assertRolesFit } from '../administration/role-grants.js';
import { invite, noSuchInvitation, type Invitation } from './invitation.js';
import { InvitationRepository } from './invitation.repository.js';

/** Invites people into the caller's own organisation, and takes invitations back. */
@Injectable()
export class InviteMemberHandler {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The token is for the invited; it is shown this once. */
  invite(caller: Principal, role: string, note?: string): Promise<{ invitation: Invitation; token: string }> {
    assertMayKeep(caller.roles, [role]);
    assertRolesFit([role], { kind: caller.organizationKind, nodePath: caller.nodePath });
    const invitation = invite({
      id: newId(),
      organizationId: caller.organizationId,
      role,
      note: note?.trim() || undefined,
      madeBy: caller.username,
      madeAt: this.clock.now(),
    });
    const { text, hash } = newOneTimeToken();
    return this.database.transaction(async () => {
      await this.invitations.add(invitation, hash);
      await this.note('invitation.made', invitation.id, { role });
      return { invitation, token: text };
    });
  }

  open(caller: Principal): Promise<Invitation[]> {
    return this.invitations.listOpen(caller.organizationId, this.clock.now());
  }

  withdraw(caller: Principal, id: string): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.invitations.withdraw(caller.organizationId, id, this.clock.now()))) throw noSuchInvitation();
      await this.note('invitation.withdrawn', id);
    });
  }

  private note(action: string, id: string, after?: Record<string, unknown>): Promise<void> {
    return this.trail.note({ action, outcome: 'success', subject: { kind: 'invitation', id }, after });
  }
}
