import type { Access } from '@nqi/platform';
import type { Webhook } from './webhook.js';

export type NewWebhook = Omit<Webhook, 'previousUntil' | 'version'> & { readonly secret: string };

export abstract class WebhookRepository {
  /** Throws `conflict` when the enterprise has as many as it may have. */
  abstract add(webhook: NewWebhook): Promise<void>;

  abstract list(access: Access): Promise<Webhook[]>;

  /** Undefined when it has ended, or lies out of reach. */
  abstract find(id: string, access: Access): Promise<Webhook | undefined>;

  /** The old secret stays good until `previousUntil`. Throws `not_found`, or `precondition` for another version. */
  abstract rotate(
    id: string,
    access: Access,
    change: { readonly secret: string; readonly previousUntil: Date; readonly expectedVersion?: number },
  ): Promise<void>;

  /** What waits for it is no longer sent. Throws as `rotate` does. */
  abstract end(id: string, access: Access, at: Date, expectedVersion?: number): Promise<void>;
}
