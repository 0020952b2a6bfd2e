import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type AccessClaims } from '@nqi/platform';
import { SignJWT } from 'jose';
import type { AccountProfile } from '../accounts/account.js';
import type { NamedDelegation } from '../delegations/delegation.repository.js';
import { SIGNING_ALGORITHM, SigningKeys } from './signing-keys.file-store.js';

/** A token cannot be called back, so it lives only this long. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** A system that shows an API key. */
export interface ActingSystem {
  /** The key's. */
  readonly id: string;
  readonly name: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly permissions: readonly string[];
}

@Injectable()
export class AccessTokenIssuer {
  constructor(private readonly keys: SigningKeys) {}

  issue(profile: AccountProfile, sessionId: string, at: Date): Promise<string> {
    return this.sign(profile.id, { ...claimsOf(profile), sid: sessionId }, at, ACCESS_TOKEN_SECONDS);
  }

  /** For somebody who acts in another enterprise's name, within what was left to them. */
  issueActing(agent: AccountProfile, delegation: NamedDelegation, at: Date, seconds: number): Promise<string> {
    const claims: AccessClaims = {
      username: agent.username,
      name: agent.displayName,
      roles: ['enterprise_member'],
      org: delegation.enterpriseId,
      org_kind: 'enterprise',
      org_name: delegation.enterpriseName,
      acts: { id: delegation.id, org: agent.organizationId, permissions: delegation.permissions },
    };
    return this.sign(agent.id, claims, at, seconds);
  }

  /** For an enterprise's own system, which is nobody of the enterprise: it acts for it, within its key's scopes. */
  issueForSystem(system: ActingSystem, at: Date, seconds: number): Promise<string> {
    const { id, name, enterpriseId, enterpriseName, permissions } = system;
    const claims: AccessClaims = {
      username: name,
      name,
      roles: ['enterprise_member'],
      org: enterpriseId,
      org_kind: 'enterprise',
      org_name: enterpriseName,
      acts: { id, org: enterpriseId, permissions },
    };
    return this.sign(id, claims, at, seconds);
  }

  private async sign(userId: string, claims: AccessClaims, at: Date, seconds: number): Promise<string> {
    const { kid, key } = await this.keys.signer(at);
    const issuedAt = Math.floor(at.getTime() / 1_000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid, typ: 'JWT' })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(userId)
      .setJti(newId())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(key);
  }
}

function claimsOf({ username, displayName, roles, organizationId, organization }: AccountProfile): AccessClaims {
  return {
    username,
    name: displayName,
    roles,
    org: organizationId,
    org_kind: organization.kind,
    org_name: organization.name,
    node_path: organization.nodePath,
    region: organization.regionCode,
    park: organization.parkCode,
  };
}
