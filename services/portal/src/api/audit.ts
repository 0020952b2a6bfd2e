import { call } from './http.js';
import type { ServiceName } from './operations.js';
import type { Page } from './shapes.js';

export const AUDIT_OUTCOMES = ['success', 'denied', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** One line of a service's chain, as the chain vouches for it. */
export interface AuditLine {
  /** Place in the chain. */
  readonly seq: string;
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly actor?: { readonly username: string; readonly organizationId: string; readonly roles: readonly string[] };
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly address?: string;
  readonly traceId?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

export interface AuditFilters {
  readonly username?: string;
  /** The action or its beginning. */
  readonly action?: string;
  readonly subject?: string;
  readonly outcome?: AuditOutcome;
  /** Days in China, both included. */
  readonly from?: string;
  readonly until?: string;
}

const DAY_MS = 86_400_000;
const startOf = (day: string | undefined, later = 0): string | undefined =>
  day && new Date(Date.parse(`${day}T00:00:00+08:00`) + later).toISOString();

export const listAudit = (
  service: ServiceName,
  { from, until, ...filters }: AuditFilters,
  cursor?: string,
): Promise<Page<AuditLine>> =>
  call(`/operations/${service}/audit`, {
    query: { ...filters, from: startOf(from), to: startOf(until, DAY_MS), limit: 50, cursor },
  });
