import type { Bind } from '@nqi/persistence';
import { DomainError } from '@nqi/kernel';
import type { Access } from '@nqi/platform';
import type { OrganizationKind } from '../organizations/organization.js';
import type { ManagedAccount } from './managed-account.js';

export interface ManagedRow {
  id: string;
  username: string;
  display_name: string;
  roles: string[];
  organization_id: string;
  active: boolean;
  changed_at: Date;
  version: number;
  suspended_reason: string | null;
  second_factor: boolean;
  demonstration: boolean;
  kind: OrganizationKind;
  name: string;
  node_path: string | null;
}

export const MANAGED = `
  SELECT a.id, a.username, a.display_name, a.roles, a.organization_id, a.active, a.changed_at, a.version,
         a.suspended_reason, a.factor_secret IS NOT NULL AS second_factor, a.demonstration, o.kind, o.name, o.node_path
  FROM user_account a JOIN organization o ON o.id = a.organization_id`;

/** The caller's reach as a condition on accounts and their organisations. */
export const withinReach = (access: Access, bind: Bind): string =>
  access.condition(
    {
      nodePath: 'o.node_path',
      enterpriseUscc: `CASE WHEN o.kind = 'enterprise' THEN o.id END`,
      institutionId: `CASE WHEN o.kind = 'institution' THEN o.id END`,
    },
    bind,
  );

export const toManagedAccount = (row: ManagedRow): ManagedAccount => ({
  id: row.id,
  username: row.username,
  displayName: row.display_name,
  roles: row.roles,
  organizationId: row.organization_id,
  organizationName: row.name,
  active: row.active,
  changedAt: row.changed_at,
  version: row.version,
  suspendedReason: row.suspended_reason ?? undefined,
  secondFactor: row.second_factor,
  demonstration: row.demonstration,
  holder: { kind: row.kind, nodePath: row.node_path ?? undefined },
});

export const noSuchAccount = (): DomainError =>
  new DomainError('ACCOUNT.UNKNOWN', 'not_found', { zh: '没有此账号', en: 'No such account' });
