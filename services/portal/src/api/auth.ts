import { call, refreshSession } from './http.js';
import { session, type Me, type Tokens } from './session.js';

export async function signIn(username: string, password: string, code?: string): Promise<Me> {
  const body = { username, password, ...(code && { code }) };
  session.open(await call<Tokens>('/auth/login', { method: 'POST', body, anonymous: true }));
  return call<Me>('/auth/me');
}

/** Who is signed in, also after a reload; null when nobody is. */
export async function whoAmI(): Promise<Me | null> {
  if (!session.accessToken && !(await refreshSession())) return null;
  return call<Me>('/auth/me');
}

/** Ends the session here in any case, also when the server cannot be told. */
export async function signOut(): Promise<void> {
  const { refreshToken } = session;
  try {
    if (refreshToken) await call('/auth/logout', { method: 'POST', body: { refreshToken } });
  } catch {
    // The tokens are forgotten here and expire there.
  } finally {
    session.end();
  }
}

export interface Registration {
  readonly uscc: string;
  readonly name: string;
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly username: string;
  readonly password: string;
}

export const registerEnterprise = (registration: Registration, idempotencyKey: string): Promise<unknown> =>
  call('/enterprises', { method: 'POST', body: registration, idempotencyKey, anonymous: true });

export interface EnterpriseEntry {
  readonly uscc: string;
  readonly name: string;
  readonly regionCode?: string;
  readonly parkCode?: string;
}

export const findEnterprises = async (query: string): Promise<readonly EnterpriseEntry[]> =>
  (await call<{ items: readonly EnterpriseEntry[] }>('/enterprises', { query: { query, limit: 20 } })).items;
