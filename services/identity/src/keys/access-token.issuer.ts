import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type AccessClaims } from '@nqi/platform';
import { SignJWT } from 'jose';
import type { AccountProfile } from '../accounts/account.js';
import { SIGNING_ALGORITHM, SigningKeys } from './signing-keys.file-store.js';

/** A token cannot be called back, so it lives only this long. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

@Injectable()
export class AccessTokenIssuer {
  constructor(private readonly keys: SigningKeys) {}

  async issue(profile: AccountProfile, sessionId: string, at: Date): Promise<string> {
    const { kid, key } = await this.keys.signer(at);
    const issuedAt = Math.floor(at.getTime() / 1_000);
    return new SignJWT({ ...claimsOf(profile), sid: sessionId })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid, typ: 'JWT' })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(profile.id)
      .setJti(newId())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
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
