import type { Principal, Role } from '@nqi/platform';

let sequence = 0;

/** A caller; a test states only what matters to it. */
export function aPrincipal(fields: Partial<Principal> & { roles: readonly Role[] }): Principal {
  sequence += 1;
  const username = fields.username ?? `user-${sequence}`;
  return {
    userId: `00000000-0000-7000-8000-${String(sequence).padStart(12, '0')}`,
    displayName: username,
    organizationId: 'HUB-370400',
    organizationKind: 'node',
    organizationName: '演示单位',
    ...fields,
    username,
  };
}

/** The enterprise's own account. */
export const anEnterprise = (uscc: string, fields: Partial<Principal> = {}): Principal =>
  aPrincipal({ roles: ['enterprise_owner'], organizationId: uscc, organizationKind: 'enterprise', ...fields });

/** Staff of an office, by the office's path from the province down. */
export const staffOf = (nodePath: string, role: Role = 'clerk', fields: Partial<Principal> = {}): Principal =>
  aPrincipal({
    roles: [role],
    organizationId: nodePath.split('/').at(-1) ?? '',
    organizationKind: 'node',
    nodePath,
    ...fields,
  });

/** Staff of an institution. */
export const staffOfInstitution = (institutionId: string, role: Role, fields: Partial<Principal> = {}): Principal =>
  aPrincipal({ roles: [role], organizationId: institutionId, organizationKind: 'institution', ...fields });
