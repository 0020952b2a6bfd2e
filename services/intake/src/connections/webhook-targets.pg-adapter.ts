import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { OutboundTargets, SERVICE_SETTINGS, type OutboundTarget, type ServiceSettings } from '@nqi/platform';
import { WebhookSecrets } from './webhook-secrets.cipher.js';

const FIND = `
  SELECT id, url, secret, CASE WHEN previous_until > $2 THEN previous_secret END AS previous
  FROM webhook WHERE id = $1 AND ended_at IS NULL`;

interface Row {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly previous: string | null;
}

/** Webhooks as the sender of outbound messages sees them; asked for each sending, so that an end holds at once. */
@Injectable()
export class PgWebhookTargets extends OutboundTargets {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {
    super();
  }

  async find(target: string): Promise<OutboundTarget | undefined> {
    const [row] = await this.database.query<Row>(FIND, [target, this.clock.now()]);
    if (!row) return undefined;
    const sealed = row.previous === null ? [row.secret] : [row.secret, row.previous];
    return {
      url: row.url,
      secrets: sealed.map((secret) => this.secrets.open(secret, row.id)),
      reach: this.settings.mode === 'demonstration' ? 'loopback-too' : 'public',
    };
  }
}
