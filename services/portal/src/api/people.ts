import { call } from './http.js';

export const MEMBER_ROLES = ['enterprise_member', 'enterprise_owner'] as const;

export interface Invitation {
  readonly id: string;
  readonly role: string;
  readonly note?: string;
  readonly madeBy: string;
  readonly expiresAt: string;
}

/** What an enterprise can leave to an agent; identity decides anew. */
export const DELEGABLE = [
  'request.file',
  'request.read',
  'request.cancel',
  'request.correct',
  'quote.read',
  'quote.answer',
  'booking.request',
  'booking.read',
  'booking.cancel',
  'job.read',
  'job.client',
] as const;

export interface Delegation {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly permissions: readonly string[];
  readonly endsAt: string;
  readonly state: 'active' | 'ended' | 'revoked';
}

export interface Joining {
  readonly token: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

const itemsOf = async <T>(path: string): Promise<readonly T[]> => (await call<{ items: readonly T[] }>(path)).items;

export const listInvitations = (): Promise<readonly Invitation[]> => itemsOf('/auth/invitations');

export const invite = (role: string, note: string): Promise<Invitation & { readonly token: string }> =>
  call('/auth/invitations', { method: 'POST', body: { role, ...(note && { note }) } });

export const withdrawInvitation = (id: string): Promise<unknown> =>
  call(`/auth/invitations/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const acceptInvitation = (body: Joining): Promise<{ readonly username: string }> =>
  call('/auth/invitations/accept', { method: 'POST', body, anonymous: true });

/** Given and received. */
export const listDelegations = (): Promise<readonly Delegation[]> => itemsOf('/delegations');

export const giveDelegation = (
  body: { readonly agentUscc: string; readonly permissions: readonly string[]; readonly endsAt: string },
  idempotencyKey: string,
): Promise<unknown> => call('/delegations', { method: 'POST', body, idempotencyKey });

export const revokeDelegation = (id: string): Promise<unknown> =>
  call(`/delegations/${encodeURIComponent(id)}/revoke`, { method: 'POST' });
