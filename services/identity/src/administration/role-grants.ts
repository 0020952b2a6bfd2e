import { DomainError, type LocalizedText } from '@nqi/kernel';
import type { OrganizationKind } from '../organizations/organization.js';

interface Home {
  readonly kind: OrganizationKind;
  /** How many offices a node's path may have: 1 the province, 2 the city, 3 and more workstations. */
  readonly depths?: readonly number[];
}

const ENTERPRISE: Home = { kind: 'enterprise' };
const INSTITUTION: Home = { kind: 'institution' };
const OFFICE: Home = { kind: 'node' };
const HUB: Home = { kind: 'node', depths: [2] };

/** At what kind of organisation a role makes sense. */
export const ROLE_HOMES: Readonly<Record<string, Home>> = {
  enterprise_owner: ENTERPRISE,
  enterprise_member: ENTERPRISE,
  clerk: OFFICE,
  lead: OFFICE,
  institution_administrator: INSTITUTION,
  receptionist: INSTITUTION,
  technician: INSTITUTION,
  reviewer: INSTITUTION,
  approver: INSTITUTION,
  expert: INSTITUTION,
  dispatcher: HUB,
  catalogue_editor: HUB,
  administrator: HUB,
  auditor: HUB,
  province: { kind: 'node', depths: [1] },
  system_administrator: HUB,
  security_administrator: HUB,
  audit_administrator: HUB,
};

/**
 * Which accounts each keeper of accounts keeps: those of its own level, and above that the security administrator
 * those who keep a level. Audit administrators come from the bootstrap alone and appoint the auditors.
 */
export const GRANTS: Readonly<Record<string, readonly string[]>> = {
  enterprise_owner: ['enterprise_owner', 'enterprise_member'],
  institution_administrator: ['receptionist', 'technician', 'reviewer', 'approver', 'expert'],
  lead: ['clerk'],
  administrator: ['clerk', 'dispatcher', 'catalogue_editor'],
  security_administrator: ['lead', 'administrator', 'province', 'institution_administrator', 'system_administrator'],
  audit_administrator: ['auditor'],
};

/** Nobody has roles of two of these lines: those who run the system, who open it to people, and who watch both. */
const APART: readonly (readonly string[])[] = [
  ['system_administrator', 'administrator'],
  ['security_administrator'],
  ['audit_administrator', 'auditor'],
];

export interface RoleHolder {
  readonly kind: OrganizationKind;
  readonly nodePath?: string;
}

/** Throws `invalid`, with the field to blame, for roles that do not go together or not with the organisation. */
export function assertRolesFit(roles: readonly string[], holder: RoleHolder): void {
  const stranger = roles.find((role) => !fits(ROLE_HOMES[role], holder));
  if (stranger !== undefined) {
    throw invalid('ROLE.NOT_OF_ORGANIZATION', {
      zh: `该单位不能设置角色 ${stranger}`,
      en: `The organisation cannot have the role ${stranger}`,
    });
  }
  const lines = APART.filter((line) => roles.some((role) => line.includes(role)));
  if (lines.length > 1) {
    throw invalid('ROLE.NOT_TOGETHER', {
      zh: '系统管理、安全管理与审计不得由同一人担任',
      en: 'System, security and audit administration are never one person’s',
    });
  }
}

/** Throws `forbidden` unless every role is the keeper's to give and to take. */
export function assertMayKeep(keeperRoles: readonly string[], roles: readonly string[]): void {
  const mine = new Set(keeperRoles.flatMap((role) => GRANTS[role] ?? []));
  const beyond = roles.filter((role) => !mine.has(role));
  if (beyond.length === 0) return;
  throw new DomainError(
    'ROLE.NOT_YOURS',
    'forbidden',
    { zh: '该角色不由您管理', en: 'Accounts of this role are not yours to keep' },
    { roles: beyond },
    '/roles',
  );
}

const fits = (home: Home | undefined, { kind, nodePath = '' }: RoleHolder): boolean =>
  home !== undefined && home.kind === kind && (!home.depths || home.depths.includes(nodePath.split('/').length));

const invalid = (code: string, text: LocalizedText): DomainError =>
  new DomainError(code, 'invalid', text, {}, '/roles');
