import { DomainError } from '@nqi/kernel';
import type { OrganizationKind } from '../organizations/organization.js';

/** Somebody who may sign in, for one organisation. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly organizationId: string;
  readonly active: boolean;
  readonly changedAt: Date;
}

export interface NewAccount extends Account {
  readonly passwordHash: string;
  /** Made for showing the system; out of use whenever it runs in production. */
  readonly demonstration: boolean;
  /** False while nobody knows the password, because a provider vouches for the person. */
  readonly hasPassword?: boolean;
}

/** An account with what its owner may know of the organisation. */
export interface AccountProfile extends Account {
  readonly demonstration: boolean;
  readonly organization: {
    readonly kind: OrganizationKind;
    readonly name: string;
    readonly regionCode?: string;
    readonly parkCode?: string;
    readonly nodePath?: string;
    readonly contactName?: string;
    readonly contactPhone?: string;
  };
}

/** Names that would look like the staff of the service system. */
const RESERVED =
  /^(clerk|lead|technician|reviewer|approver|dispatcher|administrator|admin|auditor|province|root|system|nqi)([-._]|$)/i;

/** Throws `invalid` for a name that an enterprise may not take for itself. */
export function assertFreeToTake(username: string): void {
  if (!RESERVED.test(username)) return;
  throw new DomainError(
    'ACCOUNT.USERNAME_RESERVED',
    'invalid',
    { zh: '该用户名为系统保留，请换一个', en: 'This user name is reserved; please choose another' },
    {},
    '/username',
  );
}

/** Names differ by more than case, so that nobody is taken for somebody else. */
export const usernameKey = (username: string): string => username.trim().toLowerCase();

/** How the audit trail names a person who acts before, or without, being signed in. */
export const auditActorOf = ({ id, username, organizationId, roles }: Account) => ({
  userId: id,
  username,
  organizationId,
  roles,
});

/** Somebody else has the name. */
export const usernameTaken = (): DomainError =>
  new DomainError(
    'ACCOUNT.USERNAME_TAKEN',
    'conflict',
    { zh: '用户名已被使用', en: 'This user name is taken' },
    {},
    '/username',
  );
