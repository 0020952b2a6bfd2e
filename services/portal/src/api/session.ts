import type { Role } from './roles.js';
import { SessionStore } from './session-store.js';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Who is signed in, as `GET /auth/me` says it. */
export interface Me {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly organizationId: string;
  readonly organizationKind: 'enterprise' | 'node' | 'institution';
  readonly organizationName: string;
  readonly nodePath?: string;
  readonly regionCode?: string;
  readonly parkCode?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
}

/** The one session of this tab. The access token lives in memory only; the refresh token survives a reload. */
export const session = new SessionStore(window.sessionStorage);
