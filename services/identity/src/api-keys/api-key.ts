import { DomainError, type LocalizedText } from '@nqi/kernel';

const LONGEST_MS = 366 * 24 * 3_600_000;

/** What a key may be used for, and the permissions of the policy table behind it. */
export const KEY_SCOPES = {
  file: ['request.file'],
  read: ['request.read', 'progress.read', 'job.read'],
} as const;
export type KeyScope = keyof typeof KEY_SCOPES;
export const SCOPE_NAMES = Object.keys(KEY_SCOPES) as KeyScope[];
export const MOST_KEYS = 10;

/** A key by which an enterprise's own system signs in. */
export interface ApiKey {
  readonly id: string;
  readonly enterpriseId: string;
  /** What the owner calls it, for example the system it is for. */
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type ApiKeyState = 'active' | 'expired' | 'revoked';

/** Throws `invalid`, with the field to blame, for a scope or an end that cannot be. */
export function makeKey(given: Omit<ApiKey, 'lastUsedAt' | 'revokedAt'>): ApiKey {
  if (!given.scopes.every((scope) => SCOPE_NAMES.includes(scope)))
    throw invalid('API_KEY.BAD_SCOPE', '/scopes', { zh: '没有此权限范围', en: 'There is no such scope' });
  const lasts = given.expiresAt.getTime() - given.madeAt.getTime();
  if (!(lasts > 0 && lasts <= LONGEST_MS))
    throw invalid('API_KEY.BAD_END', '/expiresAt', {
      zh: '密钥有效期须在一年之内',
      en: 'A key expires within a year from now',
    });
  return { ...given, scopes: [...new Set(given.scopes)], lastUsedAt: null, revokedAt: null };
}

export function stateOf({ revokedAt, expiresAt }: ApiKey, at: Date): ApiKeyState {
  if (revokedAt) return 'revoked';
  return expiresAt <= at ? 'expired' : 'active';
}

export const permissionsOf = ({ scopes }: ApiKey): string[] => scopes.flatMap((scope) => KEY_SCOPES[scope]);

export const unknownKey = (): DomainError =>
  new DomainError('API_KEY.UNKNOWN', 'not_found', { zh: '没有此密钥', en: 'No such key' });

export const tooManyKeys = (): DomainError =>
  new DomainError('API_KEY.TOO_MANY', 'conflict', {
    zh: `每家企业最多 ${MOST_KEYS} 个有效密钥`,
    en: `An enterprise has at most ${MOST_KEYS} keys in force`,
  });

const invalid = (code: string, pointer: string, text: LocalizedText): DomainError =>
  new DomainError(code, 'invalid', text, {}, pointer);
