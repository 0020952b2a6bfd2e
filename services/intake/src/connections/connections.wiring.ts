import { OutboundDeliveries, OutboundSender, OutboundTargets, SettingsReader, loadFieldCipher } from '@nqi/platform';
import { KeepWebhookHandler } from './keep-webhook.handler.js';
import { NewsOutlet } from './news.outlet.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookDeliveries } from './webhook-deliveries.query.js';
import { PgNewsOutlet } from './webhook-news.pg-outlet.js';
import { WebhookSecrets } from './webhook-secrets.cipher.js';
import { PgWebhookTargets } from './webhook-targets.pg-adapter.js';
import { PgWebhookRepository } from './webhook.pg-repository.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksQuery } from './webhooks.query.js';

/** What the intake module runs for enterprises' own systems. */
export const CONNECTION_CONTROLLERS = [WebhooksController, WebhookDeliveriesController];

export const CONNECTION_PROVIDERS = [
  {
    provide: WebhookSecrets,
    useFactory: async () => {
      const file = new SettingsReader().text('CONNECTION_KEY_FILE', '');
      return new WebhookSecrets(file === '' ? undefined : await loadFieldCipher(file));
    },
  },
  { provide: WebhookRepository, useClass: PgWebhookRepository },
  { provide: OutboundTargets, useClass: PgWebhookTargets },
  { provide: NewsOutlet, useClass: PgNewsOutlet },
  OutboundDeliveries,
  OutboundSender,
  KeepWebhookHandler,
  WebhooksQuery,
  WebhookDeliveries,
];
