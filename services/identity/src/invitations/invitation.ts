import { DomainError } from '@nqi/kernel';

const LASTS_MS = 7 * 24 * 3_600_000;

/** Lets somebody join an enterprise under a name of their own, once, within a week. */
export interface Invitation {
  readonly id: string;
  readonly organizationId: string;
  readonly role: string;
  /** For whom it is, in the inviter's words. */
  readonly note?: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  /** Taken or withdrawn. */
  readonly endedAt?: Date;
}

export const invite = (given: Omit<Invitation, 'expiresAt'>): Invitation => ({
  ...given,
  expiresAt: new Date(given.madeAt.getTime() + LASTS_MS),
});

/** One answer for links that never were, are used, withdrawn or too old. */
export const invitationVoid = (): DomainError =>
  new DomainError('INVITATION.VOID', 'forbidden', {
    zh: '邀请无效、已使用或已过期，请联系企业管理员',
    en: 'The invitation is not valid, was used or is too old; ask the enterprise’s owner',
  });

export const noSuchInvitation = (): DomainError =>
  new DomainError('INVITATION.UNKNOWN', 'not_found', { zh: '没有此邀请', en: 'No such invitation' });
