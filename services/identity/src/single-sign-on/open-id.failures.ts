import type { DomainError } from '@nqi/kernel';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { answerFalse, codeVoid, declined, providerAway } from './sign-on-problems.js';

/** The provider, or what stands in front of it, did not answer as one that works. */
const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/** What went wrong between us and a provider, in words of ours. Rethrows what is our own fault. */
export function failureOf(error: unknown): DomainError {
  if (error instanceof AuthorizationResponseError) return declined(error.error);
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? codeVoid() : providerAway();
  if (isUnreachable(error)) return providerAway();
  if (error instanceof ClientError) return AWAY.has(error.code ?? '') ? providerAway() : answerFalse();
  throw error;
}

/** What fetch throws when there is nobody at the other end, bare or as the cause of what the library makes of it. */
function isUnreachable(error: unknown): boolean {
  const failed = error instanceof ClientError && error.code === undefined ? error.cause : error;
  const { name, cause } = (failed ?? {}) as { name?: unknown; cause?: unknown };
  return name === 'TypeError' && cause !== undefined;
}
