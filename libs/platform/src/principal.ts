/**
 * Every role of the system (ARCHITECTURE section 9, DOMAIN 2.3); what each may do stands in the policy table alone.
 * `administrator` keeps the service system; the last three keep the software and watch each other.
 */
export const ROLES = [
  'enterprise_owner',
  'enterprise_member',
  'clerk',
  'lead',
  'institution_administrator',
  'receptionist',
  'technician',
  'reviewer',
  'approver',
  'dispatcher',
  'catalogue_editor',
  'administrator',
  'auditor',
  'province',
  'expert',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
] as const;
export type Role = (typeof ROLES)[number];

export type OrganizationKind = 'enterprise' | 'node' | 'institution';

/** Who is calling, as the access token says it. */
export interface Principal {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** USCC of an enterprise, code of a node, registry id of an institution. */
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly organizationName: string;
  /** Codes from the province down to the caller's node, joined by slashes; only for staff of nodes. */
  readonly nodePath?: string;
  readonly regionCode?: string;
  readonly parkCode?: string;
  /** The signing-in that the token belongs to. */
  readonly sessionId?: string;
  /** Set when the caller acts for the organisation without being of it, and then limits what they may do. */
  readonly acting?: Acting;
}

/** By which delegation, for whom the caller works, and the permissions that were left to them. */
export interface Acting {
  readonly delegationId: string;
  readonly agentId: string;
  readonly permissions: readonly string[];
}
