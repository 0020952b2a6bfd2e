import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createClient } from 'redis';
import { SERVICE_SETTINGS, type ServiceSettings } from './settings.js';

/** Redis channel that carries live updates from services to every gateway replica. */
export const LIVE_UPDATES_CHANNEL = 'nqi:live-updates';

/** Who may see an update: an organisation, or everybody at or above an office. */
export interface Audience {
  readonly organizationId?: string;
  readonly nodePath?: string;
}

/** "Something changed", never the truth itself: the browser fetches that. */
export interface LiveUpdate {
  readonly audience: Audience;
  /** What kind of thing changed: request, ticket, job, notification. */
  readonly subject: string;
  readonly id: string;
  /** Event type that changed it. */
  readonly cause: string;
}

/** Tells open browsers through Redis that something changed. A hint: when Redis is away nothing is lost but haste. */
@Injectable()
export class LiveUpdates implements OnApplicationShutdown {
  private readonly logger = new Logger(LiveUpdates.name);
  private readonly client: ReturnType<typeof createClient>;

  constructor(@Inject(SERVICE_SETTINGS) settings: ServiceSettings) {
    this.client = createClient({
      url: settings.redisUrl,
      disableOfflineQueue: true,
      socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 5_000) },
    });
    this.client.on('error', (error: unknown) => this.logger.debug(`redis: ${String(error)}`));
    void this.client.connect().catch(() => undefined);
  }

  /** Never throws and never waits; call it once the change is committed. */
  publish(update: LiveUpdate): void {
    if (!this.client.isReady) return;
    void this.client.publish(LIVE_UPDATES_CHANNEL, JSON.stringify(update)).catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }
}
