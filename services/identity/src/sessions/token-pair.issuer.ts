import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountProfile } from '../accounts/account.js';
import { ACCESS_TOKEN_SECONDS, AccessTokenIssuer } from '../keys/access-token.issuer.js';

/** What a client gets when it signs in or refreshes. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds until the access token expires. */
  readonly expiresIn: number;
}

/** Makes both tokens. Of a refresh token only a hash is kept; a fast one will do, nobody can guess 256 random bits. */
@Injectable()
export class TokenPairIssuer {
  constructor(private readonly accessTokens: AccessTokenIssuer) {}

  newRefreshToken(): { text: string; hash: Buffer } {
    const text = randomBytes(32).toString('base64url');
    return { text, hash: this.hashOf(text) };
  }

  hashOf(refreshToken: string): Buffer {
    return createHash('sha256').update(refreshToken).digest();
  }

  async pair(profile: AccountProfile, sessionId: string, refreshToken: string, at: Date): Promise<TokenPair> {
    const accessToken = await this.accessTokens.issue(profile, sessionId, at);
    return { accessToken, refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
  }
}
