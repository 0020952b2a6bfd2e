import { Injectable } from '@nestjs/common';
import type { FieldCipher } from '@nqi/platform';
import { notConfigured } from './webhook.js';

/** Seals the secrets of webhooks, each bound to its row. Without a key there are no webhooks. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly cipher: FieldCipher | undefined) {}

  /** Throws `conflict` when webhooks are not switched on. */
  seal(secret: string, webhookId: string): string {
    if (!this.cipher) throw notConfigured();
    return this.cipher.seal(secret, placeOf(webhookId));
  }

  open(sealed: string, webhookId: string): string {
    if (!this.cipher) throw notConfigured();
    return this.cipher.open(sealed, placeOf(webhookId));
  }
}

const placeOf = (webhookId: string): string => `webhook.secret/${webhookId}`;
