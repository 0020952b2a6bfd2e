import { call } from './http.js';
import { isApiError } from './problem.js';

/** What somebody says anew before something about their account changes. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

export interface OfferedFactor {
  readonly secret: string;
  readonly otpauthUrl: string;
}

export interface OpenSession {
  readonly id: string;
  readonly startedAt: string;
  readonly usedAt: string;
  readonly address?: string;
  readonly agent?: string;
  readonly current: boolean;
}

const post = <T>(path: string, body: unknown): Promise<T> =>
  call<T>(`/auth/${path}`, { method: 'POST', body, anonymous: true });

/** Empty answers are left out: a code is only sent where there is one. */
const said = ({ code, ...given }: Credentials): Credentials => ({
  ...given,
  ...(code?.trim() && { code: code.trim() }),
});

export const changePassword = (given: Credentials, newPassword: string): Promise<unknown> =>
  post('password', { ...said(given), newPassword });

export const setPasswordByLink = (token: string, newPassword: string): Promise<{ username: string }> =>
  post('password/link', { token, newPassword });

export const offerFactor = (given: Credentials): Promise<OfferedFactor> => post('second-factor', said(given));

export const confirmFactor = (
  { username, password }: Credentials,
  newCode: string,
): Promise<{ recoveryCodes: readonly string[] }> =>
  post('second-factor/confirm', { username, password, newCode: newCode.trim() });

export const listSessions = async (): Promise<readonly OpenSession[]> =>
  (await call<{ items: readonly OpenSession[] }>('/auth/sessions')).items;

export const endSession = (id: string): Promise<unknown> =>
  call(`/auth/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const endAllSessions = (): Promise<unknown> => call('/auth/sessions', { method: 'DELETE' });

/** The password was right and a code is asked for as well. */
export const asksForCode = (error: unknown): boolean => isProblem(error, 'AUTH.SECOND_FACTOR_NEEDED');

/** The password was right and an authenticator app has to be bound first. */
export const asksForFactor = (error: unknown): boolean => isProblem(error, 'AUTH.SECOND_FACTOR_ENROL');

const isProblem = (error: unknown, type: string): boolean => isApiError(error) && error.problem.type === type;
