import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import {
  AddressRefused,
  Idempotency,
  OutboundDeliveries,
  SERVICE_SETTINGS,
  newSigningSecret,
  reachableAddress,
  type Access,
  type ServiceSettings,
} from '@nqi/platform';
import { TELL_FOR_MS, type NewsType } from './enterprise-news.js';
import { ROTATION_MS, addressRefused, addressUnknown, unknownWebhook, webhookUrl } from './webhook.js';
import { WebhookRepository } from './webhook.repository.js';

export interface NewWebhookWish {
  readonly url: string;
  readonly events: readonly NewsType[];
}

/** An owner connects the enterprise's own system, changes its secret and takes it away again. */
@Injectable()
export class KeepWebhookHandler {
  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: OutboundDeliveries,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** The secret is told this once: a repetition under the same key is answered without it. */
  async add(wish: NewWebhookWish, { principal }: Access, key?: string): Promise<{ id: string; secret?: string }> {
    const demonstration = this.settings.mode === 'demonstration';
    const url = webhookUrl(wish.url, demonstration);
    await this.assertReachable(url, demonstration);
    let told: string | undefined;
    const { id } = await this.idempotency.once(`${principal.organizationId}/webhooks`, key, wish, async () => {
      const secret = newSigningSecret();
      const webhook = {
        id: newId(),
        enterpriseUscc: principal.organizationId,
        url: url.href,
        events: [...new Set(wish.events)],
        secret,
        madeBy: principal.username,
        madeAt: this.clock.now(),
      };
      await this.webhooks.add(webhook);
      told = secret;
      return { id: webhook.id };
    });
    return { id, ...(told !== undefined && { secret: told }) };
  }

  /** For a day messages bear both signatures. */
  async rotate(id: string, access: Access, expectedVersion?: number): Promise<string> {
    const secret = newSigningSecret();
    const previousUntil = new Date(this.clock.now().getTime() + ROTATION_MS);
    await this.webhooks.rotate(id, access, { secret, previousUntil, expectedVersion });
    return secret;
  }

  end(id: string, access: Access, expectedVersion?: number): Promise<void> {
    return this.webhooks.end(id, access, this.clock.now(), expectedVersion);
  }

  /** Sends a message that means nothing, to see whether it arrives. */
  async test(id: string, access: Access): Promise<string> {
    if (!(await this.webhooks.find(id, access))) throw unknownWebhook();
    const deliveryId = newId();
    const body = JSON.stringify({ type: 'test', timestamp: this.clock.now().toISOString(), data: {} });
    const lane = `test/${deliveryId}`;
    await this.deliveries.add([{ id: deliveryId, target: id, lane, type: 'test', body, tryForMs: TELL_FOR_MS }]);
    return deliveryId;
  }

  /** Refused here so that the owner hears of it; refused again at every sending, since names change their meaning. */
  private async assertReachable(url: URL, demonstration: boolean): Promise<void> {
    try {
      await reachableAddress(url, demonstration ? 'loopback-too' : 'public');
    } catch (error) {
      throw error instanceof AddressRefused ? addressRefused() : addressUnknown();
    }
  }
}
