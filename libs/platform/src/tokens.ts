import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { KeysUnavailable } from './unauthenticated.js';
import { ROLES, type OrganizationKind, type Principal, type Role } from './principal.js';

export const TOKEN_ISSUER = 'nqi-identity';
export const TOKEN_AUDIENCE = 'nqi';
const CACHE_LIMIT = 5_000;

/** Claims of an access token beside the registered ones; identity writes them, every service reads them. */
export interface AccessClaims {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly org: string;
  readonly org_kind: OrganizationKind;
  readonly org_name: string;
  readonly node_path?: string;
  readonly region?: string;
  readonly park?: string;
  /** Session, which its owner may end. */
  readonly sid?: string;
  /** By which delegation somebody of another organisation acts in the name of `org`, and what they may do. */
  readonly acts?: { readonly id: string; readonly org: string; readonly permissions: readonly string[] };
}

/** Why a token was refused; told to the caller, who then knows whether refreshing helps. */
export type TokenFault = 'expired' | 'invalid';

/** Verifies access tokens against identity's published keys. Verified tokens are remembered until they expire. */
export class TokenVerifier {
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  private readonly known = new Map<string, { principal: Principal; expiresAt: number }>();

  constructor(jwksUrl: string) {
    this.keys = createRemoteJWKSet(new URL(jwksUrl), { cooldownDuration: 5_000, timeoutDuration: 3_000 });
  }

  /** The caller of a valid token or why it is not valid. Throws KeysUnavailable when identity's keys cannot be had. */
  async verify(token: string, now: Date): Promise<Principal | TokenFault> {
    const remembered = this.known.get(token);
    if (remembered) {
      if (remembered.expiresAt > now.getTime()) return remembered.principal;
      this.known.delete(token);
      return 'expired';
    }
    try {
      const { payload } = await jwtVerify<AccessClaims>(token, this.keys, {
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        algorithms: ['ES256'],
        currentDate: now,
        requiredClaims: ['sub', 'exp'],
      });
      const principal = toPrincipal(payload);
      this.remember(token, principal, (payload.exp ?? 0) * 1_000);
      return principal;
    } catch (error) {
      if (error instanceof errors.JWTExpired) return 'expired';
      if (isTokensOwnFault(error)) return 'invalid';
      throw new KeysUnavailable(error);
    }
  }

  private remember(token: string, principal: Principal, expiresAt: number): void {
    const oldest = this.known.size >= CACHE_LIMIT ? this.known.keys().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(token, { principal, expiresAt });
  }
}

/** A key set that answers late, wrongly or not at all says nothing about the token. */
function isTokensOwnFault(error: unknown): boolean {
  const keySetFault = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return error instanceof errors.JOSEError && !keySetFault && error.code !== errors.JOSEError.code;
}

function toPrincipal(claims: JWTPayload & AccessClaims): Principal {
  return {
    userId: claims.sub ?? '',
    username: claims.username,
    displayName: claims.name,
    roles: claims.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
    organizationId: claims.org,
    organizationKind: claims.org_kind,
    organizationName: claims.org_name,
    nodePath: claims.node_path,
    regionCode: claims.region,
    parkCode: claims.park,
    sessionId: claims.sid,
    acting: claims.acts && {
      delegationId: claims.acts.id,
      agentId: claims.acts.org,
      permissions: claims.acts.permissions,
    },
  };
}
