import { call } from './http.js';
import type { Role } from './roles.js';
import type { Page } from './shapes.js';

/** An account as those see it who keep it. */
export interface ManagedAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly organizationId: string;
  readonly organizationName: string;
  readonly active: boolean;
  readonly suspendedReason?: string;
  readonly secondFactor: boolean;
  readonly version: number;
}

/** Shown once; handed over outside the system. */
export interface PasswordLink {
  readonly token: string;
  readonly expiresAt: string;
}

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly organizationId?: string;
}

export interface AccountFilters {
  readonly query?: string;
  readonly role?: Role;
}

const one = (id: string): string => `/accounts/${encodeURIComponent(id)}`;
const ifMatch = ({ version }: ManagedAccount): string => `"${version}"`;

export const listAccounts = (filters: AccountFilters, cursor?: string): Promise<Page<ManagedAccount>> =>
  call('/accounts', { query: { ...filters, limit: 30, cursor } });

export const createAccount = (
  body: NewAccount,
  idempotencyKey: string,
): Promise<ManagedAccount & { readonly link: PasswordLink }> =>
  call('/accounts', { method: 'POST', body, idempotencyKey });

export const suspendAccount = (account: ManagedAccount, reason: string): Promise<unknown> =>
  call(`${one(account.id)}/suspend`, { method: 'POST', body: { reason }, ifMatch: ifMatch(account) });

export const reinstateAccount = (account: ManagedAccount): Promise<unknown> =>
  call(`${one(account.id)}/reinstate`, { method: 'POST', ifMatch: ifMatch(account) });

export const makePasswordLink = ({ id }: ManagedAccount): Promise<PasswordLink> =>
  call(`${one(id)}/password-link`, { method: 'POST' });

export const unbindFactor = ({ id }: ManagedAccount): Promise<unknown> =>
  call(`${one(id)}/second-factor/unbind`, { method: 'POST' });

/** Which accounts each keeper keeps; identity decides anew. */
const KEEPS: Partial<Record<Role, readonly Role[]>> = {
  enterprise_owner: ['enterprise_member', 'enterprise_owner'],
  institution_administrator: ['technician', 'reviewer', 'approver', 'receptionist', 'expert'],
  lead: ['clerk'],
  administrator: ['clerk', 'dispatcher', 'catalogue_editor'],
  security_administrator: ['lead', 'administrator', 'province', 'institution_administrator', 'system_administrator'],
  audit_administrator: ['auditor'],
};

export const rolesKeptBy = (roles: readonly Role[]): readonly Role[] => [
  ...new Set(roles.flatMap((role) => KEEPS[role] ?? [])),
];
