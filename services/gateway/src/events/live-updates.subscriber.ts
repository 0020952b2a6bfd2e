import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { LIVE_UPDATES_CHANNEL } from '@nqi/platform';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.settings.js';
import { redisClient, type RedisClient } from '../redis/redis-client.adapter.js';
import { readLiveUpdate } from './audience.js';
import { LiveEvents } from './live-events.js';

/** Listens to what services call out over Redis, on a connection of its own; comes back when Redis does. */
@Injectable()
export class LiveUpdatesSubscriber implements OnModuleInit, OnApplicationShutdown {
  private readonly client: RedisClient;

  constructor(
    @Inject(GATEWAY_SETTINGS) settings: GatewaySettings,
    private readonly events: LiveEvents,
  ) {
    this.client = redisClient(settings.redisUrl, new Logger(LiveUpdatesSubscriber.name));
  }

  onModuleInit(): void {
    void this.listen().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  /** The client subscribes again by itself after a loss; what was called out meanwhile is gone. */
  private async listen(): Promise<void> {
    await this.client.connect();
    await this.client.subscribe(LIVE_UPDATES_CHANNEL, (message) => {
      const update = readLiveUpdate(message);
      if (update) this.events.publish(update);
    });
    this.events.resync();
    this.client.on('ready', () => this.events.resync());
  }
}
