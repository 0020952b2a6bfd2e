import type { Invitation } from './invitation.js';

export abstract class InvitationRepository {
  abstract add(invitation: Invitation, tokenHash: Buffer): Promise<void>;

  /** The organisation's that can still be taken. */
  abstract listOpen(organizationId: string, at: Date): Promise<Invitation[]>;

  /** Uses an invitation up; undefined when it is unknown, over or too old. */
  abstract take(tokenHash: Buffer, at: Date): Promise<Invitation | undefined>;

  /** False when it is not the organisation's or is over. */
  abstract withdraw(organizationId: string, id: string, at: Date): Promise<boolean>;
}
