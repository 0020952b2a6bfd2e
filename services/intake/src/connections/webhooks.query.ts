import { Injectable } from '@nestjs/common';
import type { Access } from '@nqi/platform';
import { unknownWebhook, type Webhook } from './webhook.js';
import { WebhookRepository } from './webhook.repository.js';
import type { WebhookView } from './webhooks.dto.js';

@Injectable()
export class WebhooksQuery {
  constructor(private readonly webhooks: WebhookRepository) {}

  async list(access: Access): Promise<{ items: WebhookView[] }> {
    return { items: (await this.webhooks.list(access)).map(toView) };
  }

  async one(id: string, access: Access): Promise<WebhookView> {
    const found = await this.webhooks.find(id, access);
    if (!found) throw unknownWebhook();
    return toView(found);
  }
}

const toView = ({ enterpriseUscc: _own, ...shown }: Webhook): WebhookView => shown;
