import { Injectable } from '@nestjs/common';
import {
  DEFAULT_PAGE,
  OutboundDeliveries,
  decodePositionCursor,
  toPage,
  type Access,
  type DeliveryState,
  type LoggedDelivery,
  type Page,
  type PageQuery,
} from '@nqi/platform';
import { TELL_FOR_MS } from './enterprise-news.js';
import { stillWaiting, unknownDelivery, unknownWebhook } from './webhook.js';
import { WebhookRepository } from './webhook.repository.js';
import type { DeliveryView } from './webhooks.dto.js';

/** The log of what an enterprise's system was sent, and sending from it again. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: OutboundDeliveries,
  ) {}

  async list(webhookId: string, query: PageQuery & { state?: DeliveryState }, access: Access) {
    await this.assertOwn(webhookId, access);
    const { state, cursor, limit = DEFAULT_PAGE } = query;
    const before = cursor === undefined ? undefined : decodePositionCursor(cursor);
    const rows = await this.deliveries.list(webhookId, limit, { state, before });
    const page: Page<LoggedDelivery> = toPage(
      rows,
      limit,
      ({ position }) => [position],
      (row) => row,
    );
    return page;
  }

  async one(webhookId: string, id: string, access: Access): Promise<DeliveryView> {
    await this.assertOwn(webhookId, access);
    const found = await this.deliveries.find(webhookId, id);
    if (!found) throw unknownDelivery();
    const [body = '', log] = await Promise.all([this.deliveries.body(webhookId, id), this.deliveries.attempts(id)]);
    return { ...found, body, log };
  }

  /** Under its own id, so that a receiver that has it already can tell. Throws `conflict` while it still waits. */
  async replay(webhookId: string, id: string, access: Access): Promise<void> {
    await this.assertOwn(webhookId, access);
    if (await this.deliveries.replay(webhookId, id, TELL_FOR_MS)) return;
    throw (await this.deliveries.find(webhookId, id)) ? stillWaiting() : unknownDelivery();
  }

  private async assertOwn(webhookId: string, access: Access): Promise<void> {
    if (!(await this.webhooks.find(webhookId, access))) throw unknownWebhook();
  }
}
