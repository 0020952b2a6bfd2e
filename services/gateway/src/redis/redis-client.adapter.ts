import type { Logger } from '@nestjs/common';
import { createClient } from 'redis';

export type RedisClient = ReturnType<typeof createClient>;

/** A connection that comes back by itself for ever and refuses commands at once while it is away. */
export function redisClient(url: string, logger: Logger): RedisClient {
  const client: RedisClient = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 2_000) },
  });
  let away = false;
  client.on('error', (error: unknown) => {
    if (!away) logger.warn(`Redis is away: ${String(error)}`);
    away = true;
  });
  client.on('ready', () => {
    if (away) logger.log('Redis is back');
    away = false;
  });
  return client;
}
