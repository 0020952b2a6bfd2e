import { call } from './http.js';
import type { Problem } from './problem.js';
import type { TicketQuery } from './ticket-filters.js';

/** Who works on a ticket; until then nobody else may change it. */
export interface Lease {
  /** User name. */
  readonly holder: string;
  readonly holderName: string;
  readonly claimedAt: string;
  readonly until: string;
}

const ticket = (id: string): string => `/tickets/${encodeURIComponent(id)}`;

export const claimTicket = (id: string): Promise<Lease> => call(`${ticket(id)}/claim`, { method: 'POST', body: {} });

export const releaseTicket = (id: string): Promise<void> => call(`${ticket(id)}/release`, { method: 'POST', body: {} });

/** What the queue offers for many tickets at once. */
export const BULK_ACTIONS = ['claim', 'accept', 'assign', 'release'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export interface BulkRequest {
  readonly action: BulkAction;
  readonly tickets: readonly { readonly id: string; readonly version: number }[];
  readonly body: object;
}

export interface BulkRow {
  readonly id: string;
  readonly ok: boolean;
  readonly problem?: Problem;
}

/** As many as one request may name. */
export const BULK_LIMIT = 100;

export const doInBulk = (
  body: BulkRequest,
  idempotencyKey: string,
): Promise<{ readonly results: readonly BulkRow[] }> => call('/tickets/bulk', { method: 'POST', body, idempotencyKey });

/** A filter of the queue kept under a name. */
export interface QueueView {
  readonly id: string;
  readonly name: string;
  /** Everybody's at the office. */
  readonly shared: boolean;
  readonly editable: boolean;
  readonly filter: TicketQuery;
  readonly count: number;
  /** There are more: counting stops at some point. */
  readonly capped: boolean;
  readonly version: number;
}

export interface NewView {
  readonly name: string;
  readonly filter: TicketQuery;
  readonly shared: boolean;
}

const view = (id: string): string => `/tickets/views/${encodeURIComponent(id)}`;

export const listViews = (): Promise<{ readonly items: readonly QueueView[] }> => call('/tickets/views');

export const createView = (body: NewView, idempotencyKey: string): Promise<QueueView> =>
  call('/tickets/views', { method: 'POST', body, idempotencyKey });

export const removeView = ({ id, version }: QueueView): Promise<void> =>
  call(view(id), { method: 'DELETE', ifMatch: `"${version}"` });
