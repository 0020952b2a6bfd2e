import { call } from './http.js';
import type { Page } from './shapes.js';

export const KEY_SCOPES = ['file', 'read'] as const;

/** A key by which an enterprise's own system signs in. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeBy: string;
  readonly expiresAt: string;
  readonly lastUsedAt?: string | null;
  readonly state: 'active' | 'expired' | 'revoked';
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly string[];
  /** An instant in UTC. */
  readonly expiresAt: string;
}

export const NEWS_TYPES = [
  'request.filed',
  'request.accepted',
  'request.returned',
  'request.completed',
  'request.cancelled',
  'deliverable.issued',
] as const;

/** An address of the enterprise's own system that is told what becomes of its requests. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly madeBy: string;
  readonly madeAt: string;
  readonly previousUntil?: string | null;
  readonly version: number;
}

export const DELIVERY_STATES = ['WAITING', 'DELIVERED', 'PARKED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAttemptAt: string;
  readonly endedAt?: string | null;
}

/** With what was sent and what each attempt met. */
export interface DeliveryRecord extends Delivery {
  readonly body: string;
  readonly log: readonly {
    readonly at: string;
    readonly tookMs: number;
    readonly status?: number;
    readonly told: string;
  }[];
}

const hook = (id: string): string => `/webhooks/${encodeURIComponent(id)}`;
const itemsOf = async <T>(path: string): Promise<readonly T[]> => (await call<{ items: readonly T[] }>(path)).items;

export const listKeys = (): Promise<readonly ApiKey[]> => itemsOf('/api-keys');

export const makeKey = (body: NewKey, idempotencyKey: string): Promise<{ readonly key?: string }> =>
  call('/api-keys', { method: 'POST', body, idempotencyKey });

export const revokeKey = (id: string): Promise<unknown> =>
  call(`/api-keys/${encodeURIComponent(id)}/revoke`, { method: 'POST' });

export const listWebhooks = (): Promise<readonly Webhook[]> => itemsOf('/webhooks');

export const readWebhook = (id: string): Promise<Webhook> => call(hook(id));

export const addWebhook = (
  body: { readonly url: string; readonly events: readonly string[] },
  idempotencyKey: string,
): Promise<{ readonly id: string; readonly secret?: string }> =>
  call('/webhooks', { method: 'POST', body, idempotencyKey });

const ifMatch = ({ version }: Webhook): string => `"${version}"`;

export const rotateSecret = (webhook: Webhook): Promise<{ readonly secret: string }> =>
  call(`${hook(webhook.id)}/secret`, { method: 'POST', ifMatch: ifMatch(webhook) });

export const testWebhook = ({ id }: Webhook): Promise<unknown> => call(`${hook(id)}/test`, { method: 'POST' });

export const endWebhook = (webhook: Webhook): Promise<unknown> =>
  call(hook(webhook.id), { method: 'DELETE', ifMatch: ifMatch(webhook) });

export const listDeliveries = (id: string, state?: DeliveryState, cursor?: string): Promise<Page<Delivery>> =>
  call(`${hook(id)}/deliveries`, { query: { state, limit: 30, cursor } });

export const readDelivery = (id: string, deliveryId: string): Promise<DeliveryRecord> =>
  call(`${hook(id)}/deliveries/${encodeURIComponent(deliveryId)}`);

export const replayDelivery = (id: string, deliveryId: string): Promise<unknown> =>
  call(`${hook(id)}/deliveries/${encodeURIComponent(deliveryId)}/replay`, { method: 'POST' });
