import { createHash, randomBytes } from 'node:crypto';

export interface OneTimeToken {
  /** For the person; kept nowhere. */
  readonly text: string;
  /** For the database. */
  readonly hash: Buffer;
}

/** 256 random bits: nobody guesses them, so a fast hash will do. */
export function newOneTimeToken(): OneTimeToken {
  const text = randomBytes(32).toString('base64url');
  return { text, hash: oneTimeHash(text) };
}

export const oneTimeHash = (text: string): Buffer => createHash('sha256').update(text).digest();
