import { Access, ROLES, type AccessClaims, type Permission, type Principal, type Role } from '@nqi/platform';
import { HttpClient } from '@nqi/test-kit/client';
import { SignJWT, decodeJwt, type JWTPayload } from 'jose';
import type { City } from '../city.js';

/** Somebody of a role, with a token that the running system takes. */
export interface Person {
  readonly role: Role;
  readonly principal: Principal;
  readonly client: HttpClient;
}

/**
 * Whose organisation each role is tried in: the station, enterprise and institution that the objects lie around. Roles
 * that have no demonstration account borrow the organisation of one that has; a name that ends in a dash is completed by
 * the institution.
 */
const LIKE: Readonly<Record<Role, string>> = {
  enterprise_owner: 'ent-370481',
  enterprise_member: 'ent-370481',
  clerk: 'clerk-WS-370481',
  lead: 'lead-WS-370481',
  institution_administrator: 'technician-',
  receptionist: 'technician-',
  technician: 'technician-',
  reviewer: 'reviewer-',
  approver: 'approver-',
  dispatcher: 'dispatcher',
  catalogue_editor: 'catalogue_editor',
  administrator: 'administrator',
  auditor: 'auditor',
  province: 'province',
  expert: 'technician-testing',
  system_administrator: 'system_administrator',
  security_administrator: 'security_administrator',
  audit_administrator: 'audit_administrator',
};

export type Claims = JWTPayload & AccessClaims;

export const claimsOf = (client: HttpClient): Claims => decodeJwt<Claims>(client.authorization.replace('Bearer ', ''));

/** A token with other claims, signed by the key of the running system. */
export async function signed(city: City, claims: JWTPayload): Promise<string> {
  const { key, keyId } = await city.signingKey();
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: keyId }).sign(key);
}

/** Tokens of these people last as long as the longest of runs: one that ran out would be refused for that alone. */
const TOKEN_SECONDS = 24 * 3_600;

/** One person of the given role beside an account that exists. */
export async function personOf(city: City, role: Role, username: string): Promise<Person> {
  const account = claimsOf(await city.as(username));
  const claims: Claims = { ...account, exp: (account.iat ?? 0) + TOKEN_SECONDS, roles: [role] };
  const client = new HttpClient(city.stack.baseUrl, await signed(city, claims));
  const principal: Principal = {
    userId: claims.sub ?? '',
    username: claims.username,
    displayName: claims.name,
    roles: [role],
    organizationId: claims.org,
    organizationKind: claims.org_kind,
    organizationName: claims.org_name,
    ...(claims.node_path && { nodePath: claims.node_path }),
  };
  return { role, principal, client };
}

/** One of every role; those of an institution are of the given one. */
export async function everyRole(city: City, institutionId: string): Promise<Person[]> {
  const people: Person[] = [];
  for (const role of ROLES) people.push(await personOf(city, role, LIKE[role].replace(/-$/, `-${institutionId}`)));
  return people;
}

export const accessOf = ({ principal }: Person, permission: Permission): Access | undefined =>
  Access.of(principal, permission);
