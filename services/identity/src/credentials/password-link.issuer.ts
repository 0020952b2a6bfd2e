import { Injectable } from '@nestjs/common';
import { PasswordLinkRepository } from './password-link.repository.js';
import { newOneTimeToken } from './one-time-token.codec.js';

const LASTS_MS = 72 * 3_600_000;

/** What an administrator hands over, by a way of their own; shown once. */
export interface IssuedLink {
  readonly token: string;
  readonly expiresAt: Date;
}

@Injectable()
export class PasswordLinkIssuer {
  constructor(private readonly links: PasswordLinkRepository) {}

  async issue(userId: string, madeBy: string, at: Date): Promise<IssuedLink> {
    const { text, hash } = newOneTimeToken();
    const expiresAt = new Date(at.getTime() + LASTS_MS);
    await this.links.add({ tokenHash: hash, userId, madeBy, madeAt: at, expiresAt });
    return { token: text, expiresAt };
  }
}
