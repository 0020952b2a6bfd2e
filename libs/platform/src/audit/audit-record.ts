import type { Principal } from '../principal.js';

/** `denied`: not allowed; `refused`: asked for something impossible; `failed`: our own fault. */
export type AuditOutcome = 'success' | 'denied' | 'refused' | 'failed';

/** What happened, as whoever makes it happen tells it. Nothing secret and no personal data in clear belongs in it. */
export interface AuditEntry {
  /** `account.suspended`, or method and route of a changing request. */
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** What it happened to. */
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** When it is not the signed-in caller, for example whoever has just signed in. */
  readonly actor?: AuditActor;
}

export interface AuditActor {
  readonly userId: string;
  readonly username: string;
  readonly organizationId: string;
  readonly roles: readonly string[];
  /** The delegation by which they act for the organisation. */
  readonly delegationId?: string;
}

/** Where a call comes from. The address is what the gateway says; services are reached through it alone. */
export interface CallOrigin {
  readonly address?: string;
  readonly agent?: string;
  readonly traceId?: string;
}

/** One line of the trail: who, what, when, from where, before and after. */
export interface AuditRecord extends Omit<AuditEntry, 'actor'>, CallOrigin {
  readonly id: string;
  readonly at: string;
  readonly service: string;
  /** Missing when nobody is signed in, and for what the system does by itself. */
  readonly actor?: AuditActor;
}

export const actorOf = ({ userId, username, organizationId, roles, acting }: Principal): AuditActor => ({
  userId,
  username,
  organizationId,
  roles,
  delegationId: acting?.delegationId,
});
