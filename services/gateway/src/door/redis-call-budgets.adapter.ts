import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.settings.js';
import { redisClient, type RedisClient } from '../redis/redis-client.adapter.js';
import { CallBudgets, type CallBudget, type CallerKind } from './call-budget.js';

const MINUTE_SECONDS = 60;
/** A Redis slower than this is treated as away: the limit protects the services, it must not become their delay. */
const PATIENCE_MS = 100;
const LEFT_ALONE_MS = 2_000;

interface Verdict {
  readonly allowed: boolean;
  readonly count: RateLimiterRes;
}

interface Limiters {
  readonly points: number;
  readonly shared: RateLimiterRedis;
  readonly own: RateLimiterMemory;
}

/**
 * Budgets in Redis, shared by all replicas. While Redis is away or slow every replica counts for itself in memory: the
 * limit then holds per replica, and nobody is kept out for want of a counter.
 */
@Injectable()
export class RedisCallBudgets extends CallBudgets implements OnApplicationShutdown {
  private readonly logger = new Logger(RedisCallBudgets.name);
  private readonly client: RedisClient;
  private readonly limiters: Readonly<Record<CallerKind, Limiters>>;
  private leftAloneUntil = 0;

  constructor(@Inject(GATEWAY_SETTINGS) settings: GatewaySettings) {
    super();
    this.client = redisClient(settings.redisUrl, this.logger);
    void this.client.connect().catch(() => undefined);
    this.limiters = {
      user: limiters(this.client, 'user', settings.callsPerMinute),
      anonymous: limiters(this.client, 'anonymous', settings.anonymousCallsPerMinute),
      system: limiters(this.client, 'system', settings.systemCallsPerMinute),
    };
  }

  async spend(kind: CallerKind, caller: string): Promise<CallBudget> {
    const { points, shared, own } = this.limiters[kind];
    const { allowed, count } = (await this.countShared(shared, caller)) ?? (await verdict(own.consume(caller)));
    return {
      allowed,
      limit: points,
      remaining: Math.max(count.remainingPoints, 0),
      resetSeconds: Math.max(Math.ceil(count.msBeforeNext / 1_000), 1),
    };
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  /** Undefined when Redis did not count. */
  private async countShared(limiter: RateLimiterRedis, caller: string): Promise<Verdict | undefined> {
    const now = Date.now();
    if (!this.client.isReady || now < this.leftAloneUntil) return undefined;
    try {
      return await inTime(verdict(limiter.consume(caller)), PATIENCE_MS);
    } catch (error) {
      this.leftAloneUntil = now + LEFT_ALONE_MS;
      this.logger.warn(`calls are counted in memory for now: ${String(error)}`);
      return undefined;
    }
  }
}

function limiters(client: RedisClient, kind: CallerKind, points: number): Limiters {
  return {
    points,
    shared: new RateLimiterRedis({
      storeClient: client,
      useRedisPackage: true,
      keyPrefix: `nqi:calls:${kind}`,
      points,
      duration: MINUTE_SECONDS,
      // Whoever is far over the limit is turned away without asking Redis again.
      inMemoryBlockOnConsumed: points + 1,
    }),
    own: new RateLimiterMemory({ keyPrefix: kind, points, duration: MINUTE_SECONDS }),
  };
}

async function verdict(consumption: Promise<RateLimiterRes>): Promise<Verdict> {
  try {
    return { allowed: true, count: await consumption };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { allowed: false, count: refusal };
    throw refusal;
  }
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
