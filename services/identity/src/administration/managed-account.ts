import { DomainError } from '@nqi/kernel';
import type { Account } from '../accounts/account.js';
import { assertMayKeep, assertRolesFit, type RoleHolder } from './role-grants.js';

/** An account as those see it who keep it. */
export interface ManagedAccount extends Account {
  readonly version: number;
  readonly suspendedReason?: string;
  readonly organizationName: string;
  readonly holder: RoleHolder;
  /** An authenticator app is bound. */
  readonly secondFactor: boolean;
  readonly demonstration: boolean;
}

export interface Keeper {
  readonly userId: string;
  readonly roles: readonly string[];
}

export interface AccountEdit {
  readonly displayName?: string;
  readonly roles?: readonly string[];
}

export function editAccount(account: ManagedAccount, edit: AccountEdit, keeper: Keeper, at: Date): ManagedAccount {
  assertKeeps(keeper, account);
  const roles = edit.roles ? [...new Set(edit.roles)] : account.roles;
  assertMayKeep(keeper.roles, roles);
  assertRolesFit(roles, account.holder);
  return { ...account, roles, displayName: edit.displayName?.trim() || account.displayName, changedAt: at };
}

export function suspendAccount(account: ManagedAccount, reason: string, keeper: Keeper, at: Date): ManagedAccount {
  assertKeeps(keeper, account);
  if (!account.active) throw illegal('该账号已停用', 'The account is suspended already');
  return { ...account, active: false, suspendedReason: reason.trim(), changedAt: at };
}

export function reinstateAccount(account: ManagedAccount, keeper: Keeper, at: Date): ManagedAccount {
  assertKeeps(keeper, account);
  if (account.active) throw illegal('该账号未停用', 'The account is not suspended');
  const { suspendedReason: _over, ...rest } = account;
  return { ...rest, active: true, changedAt: at };
}

/** Throws `forbidden` for one's own account and for one whose roles are not all the keeper's to give. */
export function assertKeeps(keeper: Keeper, { id, roles }: Pick<Account, 'id' | 'roles'>): void {
  if (keeper.userId === id) {
    throw new DomainError('ACCOUNT.OWN', 'forbidden', {
      zh: '不能管理自己的账号',
      en: 'Nobody keeps their own account',
    });
  }
  assertMayKeep(keeper.roles, roles);
}

const illegal = (zh: string, en: string): DomainError =>
  new DomainError('ACCOUNT.ILLEGAL_MOVE', 'conflict', { zh, en });
